import { expect, it } from "vitest";
import { DivergedError } from "../../../src/index.js";

it.each([
  [0.1, "Lower the learning rate (now 0.1), e.g. by a factor of 10"],
  [undefined, "Lower the learning rate, e.g. by a factor of 10"],
])("says what happened, when, and what to try at the learning rate %s", (rate, remedy) => {
  const error = new DivergedError(3, 10, "the loss is NaN", rate);
  expect([error.name, error.iteration]).toEqual(["DivergedError", 3]);
  expect(error.message).toBe(
    `Solver: the loss is NaN at iteration 3 of 10: training has diverged. ${remedy}, and look at the scale of the data and the weights. ` +
    "The model keeps the best parameters so far",
  );
});
