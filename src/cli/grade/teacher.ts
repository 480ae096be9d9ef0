/** What the teacher's side knows: what is graded, what was given out, and the worked edition that nobody should hand in. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { editionFolder, LANGUAGES } from "../editions.js";
import { readGiven } from "../run/given.js";
import type { Sums } from "../run/sums.js";
import { plain } from "./chooseNotebook.js";
import { declaredIn } from "./declarations.js";
import type { Grading } from "./gradingFile.js";

export interface Teacher {
  readonly grading: Grading;
  /** Sums of the answer cells of each notebook, by cell id. */
  readonly given: readonly Sums[];
  /** Of the cells that check, which are the same in every edition. */
  readonly checks: Sums;
  /** Functions of the worked edition: the text without comments and space, and as it is written. */
  readonly worked: ReadonlyMap<string, string>;
}

/** @param root of the teacher's clone */
export function teacherOf(grading: Grading, root: string): Teacher {
  const given = readGiven(root);
  const worked = new Map<string, string>();
  const wanted = new Set(grading.exercises.flatMap(({ functions }) => functions));
  for (const lang of LANGUAGES) {
    const path = join(root, editionFolder("notebooks", lang), "two_layer_net.ipynb");
    if (!existsSync(path)) continue;
    const { declarations } = declaredIn(readNotebook(readFileSync(path, "utf8"), path).cells);
    for (const { names, text, isStub } of declarations) if (!isStub && names.some((name) => wanted.has(name))) worked.set(plain(text), text);
  }
  return { grading, given: Object.values(given.answers), checks: Object.assign({}, ...Object.values(given.checks)) as Sums, worked };
}
