import { expect, test } from "vitest";
import { bracketedLines, shownOffsets } from "../../../src/numeric/print/arrayText.js";

const layout = { separator: " ", indent: 0, width: 75, edgeItems: Infinity };
const letter = (offset: number): string => "abcdefghijklmnopqrstuvwxyz"[offset];

test("shows every offset, or both ends of long axes", () => {
  expect(shownOffsets([2, 3], Infinity)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(shownOffsets([2, 5], 1)).toEqual([0, 4, 5, 9]);
  expect(shownOffsets([5, 2], 2)).toEqual([0, 1, 2, 3, 6, 7, 8, 9]);
  expect(shownOffsets([4], 2)).toEqual([0, 1, 2, 3]);
  expect(shownOffsets([], 3)).toEqual([0]);
  expect(shownOffsets([3, 0], 3)).toEqual([]);
});

test("a bare element has no brackets", () => {
  expect(bracketedLines([], letter, layout)).toBe("a");
});

test("rows, with a blank line between matrices", () => {
  expect(bracketedLines([2, 2, 2], letter, layout)).toBe("[[[a b]\n  [c d]]\n\n [[e f]\n  [g h]]]");
});

test("aligns below what stands before the bracket", () => {
  expect(bracketedLines([2, 2], letter, { ...layout, separator: ", ", indent: 6 })).toBe("[[a, b],\n       [c, d]]");
});

test("leaves out the middle of rows and columns", () => {
  expect(bracketedLines([3, 3], letter, { ...layout, edgeItems: 1 })).toBe("[[a ... c]\n ...\n [g ... i]]");
  expect(bracketedLines([6], letter, { ...layout, edgeItems: 3 })).toBe("[a b c d e f]");
});

test("breaks a line when the bracket would pass the width", () => {
  expect(bracketedLines([4], letter, { ...layout, width: 9 })).toBe("[a b c d]");
  expect(bracketedLines([4], letter, { ...layout, width: 8 })).toBe("[a b c\n d]");
  expect(bracketedLines([1, 4], letter, { ...layout, width: 11 })).toBe("[[a b c d]]");
  expect(bracketedLines([1, 4], letter, { ...layout, width: 10 })).toBe("[[a b c\n  d]]");
});

test("gives an element that is wider than the line a line of its own", () => {
  expect(bracketedLines([2], () => "xxxxxxxx", { ...layout, width: 4 })).toBe("[xxxxxxxx\n xxxxxxxx]");
});
