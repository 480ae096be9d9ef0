import { expect, it } from "vitest";
import { pathLength, pathPointAt } from "../../../src/notebook/figure/pathPoints.js";

it("measures absolute and relative lines", () => {
  expect(pathLength("M0,0L3,4H13V14")).toBe(25);
  expect(pathLength("M1,1l3,4h10v10")).toBe(25);
  expect(pathLength("M0,0L10,0L10,10L0,10Z")).toBe(40);
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
  expect(pathPointAt("", 1)).toEqual({ x: 0, y: 0 });
});
