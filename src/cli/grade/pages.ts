import type { Grading } from "./gradingFile.js";
import type { Marks } from "./marks.js";
import type { HandInResult } from "./result.js";
import type { KeptHandIns } from "./whatCounts.js";

export function writeGradePages(_results: readonly HandInResult[], _setAside: KeptHandIns["setAside"], _course: { readonly out: string; readonly grading: Grading; readonly marks: Marks; readonly lang: string }): string[] {
  return [];
}
