/** Which of the notebooks of a hand-in is graded: found by what it holds, with its name as a hint. */
import { posix } from "node:path";
import { type Declared, declaredIn } from "./declarations.js";
import type { Grading } from "./gradingFile.js";
import type { OpenNotebook } from "./openHandIn.js";
import type { Flag } from "./result.js";

export interface ChosenNotebook extends OpenNotebook {
  readonly declared: Declared;
}

interface Candidate extends ChosenNotebook {
  /** How many of the functions it declares, and how many of these are more than stubs and not the worked edition's. */
  readonly declares: number;
  readonly written: number;
  readonly worked: number;
}

/**
 * The notebook with most of the functions written by the student; among equals the one of the right name.
 *
 * @param worked texts of the functions of the worked edition, which every clone has
 * @returns null where no notebook has any of the functions
 */
export function chooseNotebook(notebooks: readonly OpenNotebook[], grading: Grading, worked: ReadonlyMap<string, string>): { readonly chosen: ChosenNotebook | null; readonly flags: readonly Flag[] } {
  const wanted = grading.exercises.flatMap(({ functions }) => functions);
  const candidates = notebooks.map((open) => candidate(open, wanted, worked)).filter(({ declares }) => declares > 0);
  const named = (open: OpenNotebook): number => Number(posix.basename(open.path, ".ipynb") === grading.notebook);
  const [best, next] = candidates.sort((a, b) => b.written - a.written || named(b) - named(a) || b.declares - a.declares || (a.path < b.path ? -1 : 1));
  if (best === undefined) return { chosen: null, flags: [{ kind: notebooks.length === 0 ? "noNotebook" : "otherNotebook", about: notebooks.map(({ path }) => posix.basename(path)).slice(0, 5).join(", ") }] };
  const flags: Flag[] = [];
  if (next !== undefined && next.written > 0) flags.push({ kind: "severalNotebooks", about: `${best.path} (${best.written}), ${next.path} (${next.written})` });
  if (best.worked > wanted.length / 2) flags.push({ kind: "worked", about: String(best.worked) });
  return { chosen: best, flags };
}

function candidate(open: OpenNotebook, wanted: readonly string[], worked: ReadonlyMap<string, string>): Candidate {
  const declared = declaredIn(open.notebook.cells);
  const own = wanted.map((name) => declared.declarations.filter(({ names }) => names.includes(name)));
  const written = own.filter((found) => found.some(({ isStub, text }) => !isStub && !worked.has(plain(text)))).length;
  const copied = own.filter((found) => found.length > 0 && found.every(({ text }) => worked.has(plain(text)))).length;
  return { ...open, declared, declares: own.filter((found) => found.length > 0).length, written, worked: copied };
}

/** The text without what has no meaning: comments and space. */
export function plain(text: string): string {
  return text.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*/gs, "").replaceAll(/\s+/g, "");
}
