/** What a student is told of code that calls other code which fails by itself. */
import { expect, it } from "vitest";
import { feedbackPage } from "../../../src/cli/grade/feedbackPage.js";
import type { CheckResult, ExerciseResult, HandInResult } from "../../../src/cli/grade/result.js";
import { grading } from "./course.js";

const check = (status: CheckResult["status"]): CheckResult => ({ name: "values", status, measured: "1", limit: "0", diagnosis: status === "failed" ? "other numbers" : "" });
const exercise = (id: string, status: CheckResult["status"], uses: string[] = []): ExerciseResult => ({ id, open: [check(status)], hidden: [], ending: null, texts: [], uses, flags: [] });

/** The part of the page on the exercise "sandwich". */
function sandwich(lang: string, affine: CheckResult["status"], own: CheckResult["status"]): string {
  const exercises = [exercise("affine", affine), exercise("relu", "passed"), exercise("sandwich", own, ["affine", "relu"])];
  const handIn: HandInResult = { key: "", id: "a", name: "A", file: "a.zip", submitted: null, lang, answers: [], flags: [], exercises };
  return /<section id="sandwich">.*?<\/section>/s.exec(feedbackPage(handIn, grading(), {}))![0];
}

it.each([["en", "It calls your own code of: Affine layer."], ["ko", "다음 연습 문제의 코드를 부릅니다: 아핀 층."]])("says in %s which one to mend first, where both fail", (lang, text) => {
  expect(sandwich(lang, "failed", "failed")).toContain(text);
  expect(sandwich(lang, "not written yet", "failed")).toContain(text);
  expect(sandwich(lang, "passed", "failed")).not.toContain(text);
  expect(sandwich(lang, "failed", "passed")).not.toContain(text);
});
