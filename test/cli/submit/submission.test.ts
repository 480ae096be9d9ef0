import { expect, test } from "vitest";
import { submissionOf, withOffset } from "../../../src/cli/submit/submission.js";
import { answer, projectNotebook, text } from "./sampleProject.js";

/** A time as a clock has it that is so many minutes ahead of UTC. */
const at = (minutes: number, time = "2026-01-02T23:04:05.678Z") => Object.assign(new Date(time), { getTimezoneOffset: () => -minutes });

test.each([
  [0, "2026-01-02T23:04:05+00:00"],
  [540, "2026-01-03T08:04:05+09:00"],
  [330, "2026-01-03T04:34:05+05:30"],
  [-210, "2026-01-02T19:34:05-03:30"],
  [-720, "2026-01-02T11:04:05-12:00"],
])("%i minutes ahead of UTC it is %s", (minutes, told) => {
  expect(withOffset(at(minutes))).toBe(told);
});

test("a hand-in has the date on the wall and the questions of its notebooks", () => {
  const parts = { project: "p", author: null, notebooks: [projectNotebook("n", [text("q", "# Why\n\n> Why?"), answer("a", "So.")])], modelAnswers: false, lang: "en" };
  expect(submissionOf(parts, at(540))).toMatchObject({ ...parts, date: "2026-01-03", questions: [{ title: "Why" }] });
});
