import { expect, it } from "vitest";
import { pathLength, pathPointAt } from "../../../src/notebook/figure/pathPoints.js";

it("measures absolute and relative lines", () => {
  expect(pathLength("M0,0L3,4H13V14")).toBe(25);
  expect(pathLength("M1,1l3,4h10v10")).toBe(25);
  expect(pathLength("M0,0L10,0L10,10L0,10Z")).toBe(40);
});

it.each([
  ["numbers with fractions, signs and exponents", "M1.5e1,0L-2.5,0", 17.5],
  ["small letters for lines across and down", "M2,3h-4v6", 10],
  ["capitals for the same", "M2,3H-4V6", 9],
  ["a way back to the beginning, and on from there", "M1,1L5,1ZL1,4", 11],
  ["pairs without commas", "M0 0L3 4", 5],
  ["a way back to where nothing began", "ZL3,4", 5],
  ["across and down without a number", "M3,4HV", 7],
  ["nothing", "", 0],
  ["a point alone", "M3,4", 0],
])("measures %s", (_, path, length) => {
  expect(pathLength(path)).toBeCloseTo(length, 12);
});

it("takes curves by their ends", () => {
  expect(pathLength("M0,0C0,5,5,10,6,8Q1,1,6,0")).toBe(18);
});

it("finds points along the way, and stays on the path", () => {
  const path = "M0,0L3,4H13";
  expect(pathPointAt(path, 5)).toEqual({ x: 3, y: 4 });
  expect(pathPointAt(path, 7)).toEqual({ x: 5, y: 4 });
  expect(pathPointAt(path, 99)).toEqual({ x: 13, y: 4 });
  expect(pathPointAt(path, -1)).toEqual({ x: 0, y: 0 });
  expect(pathPointAt("M3,4L3,4L3,10", 2)).toEqual({ x: 3, y: 6 });
  expect(pathPointAt("M3,4L3,4", 0)).toEqual({ x: 3, y: 4 });
  expect(pathPointAt("M1,2L4,6", 2.5)).toEqual({ x: 2.5, y: 4 });
  expect(pathPointAt("", 1)).toEqual({ x: 0, y: 0 });
});
