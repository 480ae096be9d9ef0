import { expect, test } from "vitest";
import { GIVEN_FILE, readGiven } from "../../../src/cli/run/given.js";
import { sumOf } from "../../../src/cli/run/sums.js";
import { put } from "../submit/sampleProject.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

test("what was given out is what its file says", () => {
  const root = temporaryFolder();
  const given = { answers: { "notebooks/a.ipynb": { a: "0123" } }, checks: { "notebooks/a.ipynb": { b: "89ab" } }, files: { "src/a.ts": "4567" } };
  put(root, GIVEN_FILE, JSON.stringify(given));
  expect(readGiven(root)).toEqual(given);
  put(root, GIVEN_FILE, JSON.stringify({ files: given.files }));
  expect(readGiven(root)).toEqual({ answers: {}, checks: {}, files: given.files });
});

test("a project without the file, or with a broken one, was given nothing", () => {
  const root = temporaryFolder();
  expect(readGiven(root)).toEqual({ answers: {}, checks: {}, files: {} });
  put(root, GIVEN_FILE, "{");
  expect(readGiven(root)).toEqual({ answers: {}, checks: {}, files: {} });
});

test("a sum is of the text, whatever ends its lines, in any script", () => {
  expect(sumOf("a\r\nb\r\n")).toBe(sumOf("a\nb\n"));
  expect(sumOf("a\rb")).not.toBe(sumOf("a\nb"));
  expect(sumOf("가")).toBe(sumOf(Buffer.from("가")));
  expect(sumOf("가")).not.toBe(sumOf("나"));
  // printf 'a\nb\n' | sha256sum | cut -c -16
  expect(sumOf("a\nb\n")).toBe("911169ddaaf146af");
});
