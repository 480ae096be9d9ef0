import { expect, test, vi } from "vitest";
import { notWritten } from "../../../src/study/exercises/notWritten.js";
import { whenWritten } from "../../../src/study/exercises/whenWritten.js";

function linesOf(checks: () => void): string[] {
  const lines: string[] = [];
  whenWritten(checks, (line) => void lines.push(line));
  return lines;
}

test("checks run, and one that needs a stub says which", () => {
  const ran = vi.fn();
  expect(linesOf(ran)).toEqual([]);
  expect(ran).toHaveBeenCalledOnce();
  expect(linesOf(() => notWritten("affineForward"))).toEqual(["not written yet: affineForward"]);
});

test("any other error goes on, so that a mistake stops the notebook", () => {
  const error = new RangeError("dx error");
  expect(() => whenWritten(() => { throw error; })).toThrow(error);
});

test("the line is in the language of the notebook", () => {
  vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
  expect(linesOf(() => notWritten("sgd"))).toEqual(["아직 쓰지 않음: sgd"]);
  vi.unstubAllEnvs();
});
