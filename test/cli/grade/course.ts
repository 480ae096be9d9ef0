/** A small course to grade: hand-ins made of the exercises with code put in, as zips and notebooks. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { Cell, Notebook } from "../../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../../src/jupyter/nbformat/writeNotebook.js";
import { defaultGrading } from "../../../src/cli/release/defaultGrading.js";
import type { Grading } from "../../../src/cli/grade/gradingFile.js";
import { solutions } from "../../notebooks/exerciseSolutions.js";

export const root = join(import.meta.dirname, "../../..");

export function notebookOf(name: string): Notebook {
  return readNotebook(readFileSync(join(root, "notebooks", `${name}.ipynb`), "utf8"), name);
}

/** The default, without hidden checks unless a seed is given. */
export function grading(seed: number | null = 7): Grading {
  const editions = Object.fromEntries(["en", "ko"].map((lang) => {
    const folder = lang === "ko" ? "ko/" : "";
    return [lang, { exercises: notebookOf(`${folder}exercises`), worked: notebookOf(`${folder}two_layer_net`) }];
  }));
  return { ...defaultGrading(editions, { due: "2026-12-05T23:59+09:00", seed: seed ?? 0, title: "Two-layer net" }), seed };
}

/** The exercises with code in the cells of these ids, all solved unless told otherwise. */
export function handIn(code: Readonly<Record<string, string>> = solutions, { lang = "en", answers = {} }: { readonly lang?: string; readonly answers?: Readonly<Record<string, string>> } = {}): Notebook {
  const { metadata, cells } = notebookOf(lang === "ko" ? "ko/exercises" : "exercises");
  return { metadata, cells: cells.map((cell) => withSource(withoutOutputs(cell), code[cell.id] ?? answers[cell.id] ?? cell.source)) };
}

function withSource<C extends Cell>(cell: C, source: string): C {
  return { ...cell, source };
}

function withoutOutputs(cell: Cell): Cell {
  return cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell;
}

export interface HandInExtras {
  readonly author?: string;
  readonly submitted?: string;
  readonly lang?: string;
}

/** A zip as `npm run submit` makes it. */
export function zipOf(notebook: Notebook, { author, submitted, lang = "en" }: HandInExtras = {}): Uint8Array {
  const folder = lang === "ko" ? "notebooks/ko" : "notebooks";
  const summary = JSON.stringify({ author, submitted, lang });
  const files = { [`two-layer-net/${folder}/exercises.ipynb`]: Buffer.from(writeNotebook(notebook)), "two-layer-net/submission.json": Buffer.from(summary) };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, [bytes, { mtime: "2026-11-20" }]])));
}

export function writeGrading(folder: string, file: Grading): void {
  writeFileSync(join(folder, "grading.json"), JSON.stringify(file, null, 1));
}
