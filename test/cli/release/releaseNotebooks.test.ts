import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { editionFolder, LANGUAGES } from "../../../src/cli/editions.js";
import { exercisesEdition } from "../../../src/cli/release/exercisesEdition.js";
import { release } from "../../../src/cli/release/releaseNotebooks.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folders = LANGUAGES.map((lang) => editionFolder("notebooks", lang));
const files = folders.flatMap((folder) => [`${folder}/two_layer_net.ipynb`, `${folder}/exercises.ipynb`]);

/** A project with copies of the notebooks, and the command run in it. */
function project() {
  const copy = temporaryFolder();
  for (const folder of folders) mkdirSync(join(copy, folder), { recursive: true });
  for (const file of files) copyFileSync(join(root, file), join(copy, file));
  const run = async (check: boolean) => {
    let written = "";
    const terminal = new Terminal({ write: (text) => (written += text) });
    const done = await release({ check, out: null, due: null, withoutSolutions: false, help: false }, { root: copy, workingDirectory: copy, terminal });
    return { done, lines: written.trimEnd().split("\n") };
  };
  const path = (file: string) => join(copy, file);
  return { run, path, text: (file: string) => readFileSync(path(file), "utf8") };
}

describe.each(folders)("%s/exercises.ipynb", (folder) => {
  const read = (name: string) => readNotebook(readFileSync(join(root, folder, name), "utf8"), name);

  test("is what the worked assignment makes, but for outputs", () => {
    const { metadata, cells } = read("exercises.ipynb");
    const bare = cells.map((cell) => (cell.cell_type === "code" ? { ...cell, execution_count: null, outputs: [] } : cell));
    expect({ metadata, cells: bare }).toEqual(exercisesEdition(read("two_layer_net.ipynb"), "two_layer_net.ipynb"));
  });

  test("holds no solution and no model answer", () => {
    const solved = read("exercises.ipynb").cells.filter(({ id, source }) => id.startsWith("model-answer") || /SOLUTION|WORKED|EXERCISES/.test(source));
    expect(solved).toEqual([]);
  });
});

test("made again, nothing changes, and outputs stay", async () => {
  const { run, text } = project();
  const before = files.map(text);
  expect(await run(true)).toEqual({ done: true, lines: folders.map((folder) => `${folder}/exercises.ipynb: as ${folder}/two_layer_net.ipynb makes it`) });
  expect(await run(false)).toEqual({ done: true, lines: folders.map((folder) => `${folder}/exercises.ipynb: made, outputs kept`) });
  expect(files.map(text)).toEqual(before);
});

test("other code in the worked assignment is noticed, and then taken over without outputs", async () => {
  const { run, path, text } = project();
  const [worked, exercises] = files as [string, string];
  writeFileSync(path(worked), text(worked).replace("  // END SOLUTION", "  // END SOLUTION\\n\",\n    \"// mine"));
  const stale = text(exercises);
  expect(await run(true)).toMatchObject({ done: false, lines: [`${exercises} is not what ${worked} makes: run \`npm run release\``, expect.any(String)] });
  expect(text(exercises)).toBe(stale);
  expect((await run(false)).lines[0]).toBe(`${exercises}: made without outputs; \`npm run freeze -- exercises\` adds them`);
  expect(text(exercises)).toContain("// mine");
  expect(text(exercises)).not.toContain('"output_type"');
  expect((await run(true)).done).toBe(true);
});

test("exercises that are not there are made", async () => {
  const { run, path } = project();
  rmSync(path(files[1]!));
  expect((await run(true)).done).toBe(false);
  await run(false);
  expect((await run(true)).done).toBe(true);
});
