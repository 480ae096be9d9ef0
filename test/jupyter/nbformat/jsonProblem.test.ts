import { expect, test, vi } from "vitest";
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

test("a conflict on the first line is one too, and its marks in the midst of a line are not", () => {
  expect(jsonProblem('<<<<<<< HEAD\n{}\n')).toBe("line 1: a merge conflict that is not resolved");
  expect(jsonProblem('{"a": "<<<<<<< x", "b": <<<<<<< y}')).toMatch(/^line 1: Unexpected token/);
});

test("the problem is told in one line", () => {
  const told = jsonProblem('{\n"a": [1,\n\n\t\t2], oops\n}')!;
  expect(told).toMatch(/^line 4: \S/);
  expect(told).not.toMatch(/[\n\t]| {2}/);
});

// Engines write where the problem is in several ways; what this one writes is one of them.
test.each([
  ["Expected ',' in JSON at position 12 (line 4 column 6)", 4],
  ["Unexpected end of JSON input", 4],
  [`Unexpected token 'z', "z\n1\n22\n3" is not valid JSON`, 1],
  [`Unexpected token '3', "z\n1\n22\n3" is not valid JSON`, 4],
  [`Unexpected token '\n', ..."1\n22\n3" is not valid JSON`, 4],
  [`Bad "z\n1", "22" is not valid JSON`, 3],
])("the line of %j", (message, line) => {
  const parse = vi.spyOn(JSON, "parse").mockImplementation(() => {
    throw new SyntaxError(message);
  });
  try {
    expect(jsonProblem("z\n1\n22\n3333333333")).toBe(`line ${line}: ${message.replaceAll("\n", " ")}`);
  } finally {
    parse.mockRestore();
  }
});
