/** Each mistake of the list, through the check of its exercise: none passes, and each is told by its cause. */
import { describe, expect, it } from "vitest";
import { checkedExercise } from "./checkedExercise.js";
import { mistakes } from "./exerciseMistakes.js";
import { solutions } from "./exerciseSolutions.js";

describe("mistakes", () => {
  it("are many, and most have a cause", () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(500);
    expect(mistakes.filter(({ causes }) => causes.length > 0).length).toBeGreaterThanOrEqual(400);
  });

  it.each(mistakes)("$exercise: $name", ({ exercise, code, causes, text = "" }) => {
    const report = checkedExercise(exercise, code);
    expect(report.failures.length).toBeGreaterThan(0);
    const named = new Set(report.checks.flatMap(({ causes: found = [] }) => found));
    expect([...named].sort()).toEqual([...causes].sort());
    expect(String(report)).toContain(text);
  });

  it.each(Object.entries(solutions))("none in the solution of %s", (exercise, code) => {
    expect(checkedExercise(exercise, code).passed).toBe(true);
  });
});
