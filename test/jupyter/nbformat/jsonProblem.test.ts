import { expect, test } from "vitest";
import { jsonProblem } from "../../../src/jupyter/nbformat/jsonProblem.js";

test("JSON has no problem", () => {
  expect(jsonProblem('{"cells": []}')).toBe(null);
});

test.each([
  ['{\n"a": 1 "b"\n}', 2],
  ['{\n"a": 1,\n"b": [1, 2, oops]\n}', 3],
  ["x", 1],
  ['{\n"a": [1,\n', 2],
  ["", 1],
  [`{\n${'"key": [1],\n'.repeat(50)}"last": what}`, 52],
])("the line of the problem in %j", (text, line) => {
  expect(jsonProblem(text)).toMatch(new RegExp(`^line ${line}: .+`));
});

test("a merge conflict is called so", () => {
  expect(jsonProblem('{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> other\n]}')).toBe(
    "line 2: a merge conflict that is not resolved",
  );
});
