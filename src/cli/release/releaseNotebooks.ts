/** Makes the exercises of the worked assignment, or says where they differ. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { withOutputs } from "../../jupyter/nbformat/withOutputs.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";
import type { Surroundings } from "../command.js";
import { editionFolder, LANGUAGES } from "../editions.js";
import { exercisesEdition } from "./exercisesEdition.js";
import type { ReleaseOptions } from "./options.js";
import { releaseFolder } from "./releaseFolder.js";

/**
 * Writes the exercises of each edition, or with `check` compares them only; with `out` it makes what students get.
 * Outputs stay where all code is the same as before.
 *
 * @returns false if `check` found a difference
 * @throws {Error} if the worked assignment cannot be read, or its markers do not fit
 */
export async function release(options: ReleaseOptions, surroundings: Surroundings): Promise<boolean> {
  const { check, out } = options;
  const { root, terminal } = surroundings;
  if (out !== null) return releaseFolder({ ...options, out }, surroundings);
  const results = LANGUAGES.map((lang) => {
    const folder = editionFolder("notebooks", lang);
    const [source, target] = [`${folder}/two_layer_net.ipynb`, `${folder}/exercises.ipynb`];
    const made = exercisesEdition(readNotebook(readFileSync(join(root, source), "utf8"), source), source);
    const path = join(root, target);
    const present = existsSync(path) ? readFileSync(path, "utf8") : null;
    const filled = present === null ? null : withOutputs(made, readNotebook(present, target));
    const same = filled !== null && writeNotebook(filled) === present;
    if (check) terminal.line(same ? `${target}: as ${source} makes it` : `${target} is not what ${source} makes: run \`npm run release\``);
    else {
      writeFileAtomic(path, writeNotebook(filled ?? made));
      terminal.line(`${target}: ${filled === null ? "made without outputs; `npm run freeze -- exercises` adds them" : "made, outputs kept"}`);
    }
    return same || !check;
  });
  return results.every(Boolean);
}
