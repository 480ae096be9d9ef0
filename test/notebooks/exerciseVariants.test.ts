/** Right programs in many styles: no check refuses one. */
import { expect, it } from "vitest";
import { checkedExercise } from "./checkedExercise.js";
import { variants } from "./exerciseVariants.js";

it("are many", () => expect(variants.length).toBeGreaterThanOrEqual(70));

it.each(variants)("$exercise: $name", ({ exercise, code }) => {
  const report = checkedExercise(exercise, code);
  expect(report.failures).toEqual([]);
  expect(report.passed).toBe(true);
});
