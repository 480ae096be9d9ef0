/** Writes the pages: one for each student, the overview, and the one on which answers are marked. */
import { join } from "node:path";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import { feedbackPage } from "./feedbackPage.js";
import { type Course, overviewPage } from "./overviewPage.js";
import type { HandInResult } from "./result.js";
import { rubricPage } from "./rubricPage.js";
import { alikePairs } from "./similar.js";
import type { KeptHandIns } from "./whatCounts.js";

/**
 * @param worked functions that everybody has had before their eyes
 * @returns names of the pages for the teacher
 */
export function writeGradePages(results: readonly HandInResult[], setAside: KeptHandIns["setAside"], course: Course & { readonly out: string; readonly worked: readonly string[] }): string[] {
  const { out, grading, marks, worked } = course;
  for (const result of results) writeFileAtomic(join(out, "students", result.id, "feedback.html"), feedbackPage(result, grading, marks));
  const pages: Record<string, string> = { "grades.html": overviewPage(results, setAside, alikePairs(results, worked), course) };
  if (grading.questions.length > 0) pages["rubric.html"] = rubricPage(results, course);
  for (const [name, html] of Object.entries(pages)) writeFileAtomic(join(out, name), html);
  return Object.keys(pages);
}
