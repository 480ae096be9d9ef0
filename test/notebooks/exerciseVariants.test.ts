/** Right programs in many styles: no check refuses one, be it the notebook's or the grader's. */
import { expect, it } from "vitest";
import { checkedExercise, hiddenChecks } from "./checkedExercise.js";
import { variants } from "./exerciseVariants.js";

it("are many", () => expect(variants.length).toBeGreaterThanOrEqual(70));

it.each(variants)("$exercise: $name", ({ exercise, code }) => {
  const report = checkedExercise(exercise, code);
  expect(report.failures).toEqual([]);
  expect(report.passed).toBe(true);
  expect(hiddenChecks(exercise, code).checks.filter(({ status }) => status !== "passed")).toEqual([]);
});

const PARTS = ["affine-forward", "affine-backward", "relu", "sandwich", "softmax"];
/** Its network has to take dx out, too. */
const OWN_FORM = "dx in an object";

it.each(variants.filter(({ exercise, name }) => PARTS.includes(exercise) && name !== OWN_FORM))("what is made of $exercise: $name", ({ exercise, code }) => {
  for (const whole of ["sandwich", "network"]) {
    const own = { [exercise]: code };
    expect([whole, checkedExercise(whole, own).failures]).toEqual([whole, []]);
    expect([whole, hiddenChecks(whole, own).checks.filter(({ status }) => status !== "passed")]).toEqual([whole, []]);
  }
});
