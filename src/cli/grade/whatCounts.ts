/** Which files count: of several by one student the newest. */
import type { ReadHandIn } from "./gradeHandIn.js";
import { isoTime } from "./isoTime.js";
import type { Flag } from "./result.js";

export interface KeptHandIns {
  /** One a student. */
  readonly counted: readonly ReadHandIn[];
  /** The files that do not count, each with why. */
  readonly setAside: readonly { readonly file: string; readonly flag: Flag }[];
}

export function whatCounts(read: readonly ReadHandIn[]): KeptHandIns {
  const byStudent = new Map<string, ReadHandIn[]>();
  for (const handIn of read) byStudent.set(handIn.result.id, [...(byStudent.get(handIn.result.id) ?? []), handIn]);
  const groups = [...byStudent.values()].map((group) => group.sort(newestFirst));
  const counted = groups.map(([newest]) => newest).sort((a, b) => (a.result.id < b.result.id ? -1 : 1));
  const setAside = groups.flatMap(([newest, ...older]) => older.map(({ file }) => ({ file: file.path, flag: { kind: "older", about: newest.file.path } as const })));
  return { counted: counted.map((handIn) => withSameFile(handIn, counted)), setAside };
}

/** One that can be graded before one that cannot; then by the time that is said, then by name. */
function newestFirst(a: ReadHandIn, b: ReadHandIn): number {
  const time = ({ result }: ReadHandIn): number => isoTime(result.submitted) ?? -Infinity;
  return Number(b.chosen !== null) - Number(a.chosen !== null) || compare(time(b), time(a)) || (a.file.path < b.file.path ? 1 : -1);
}

function withSameFile(handIn: ReadHandIn, counted: readonly ReadHandIn[]): ReadHandIn {
  const same = counted.filter((other) => other !== handIn && other.sum === handIn.sum).map(({ result }) => result.name);
  const flags: Flag[] = same.map((about) => ({ kind: "sameFile", about }));
  return flags.length === 0 ? handIn : { ...handIn, result: { ...handIn.result, flags: [...handIn.result.flags, ...flags] } };
}

/** Infinities too, whose difference is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
