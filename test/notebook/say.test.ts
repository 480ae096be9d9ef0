import { afterEach, expect, it, vi } from "vitest";
import { say } from "../../src/notebook/index.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function printed(...values: unknown[]): unknown[][] {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  say(...values);
  return log.mock.calls;
}

it("prints what console.log prints", () => {
  expect(printed("loss, first and last:", "0.7", 0.25, [1, 2])).toEqual([["loss, first and last: 0.7 0.25 [ 1, 2 ]"]]);
});

it("prints the twin of the whole line in a Korean notebook", () => {
  vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
  expect(printed("loss, first and last:", "0.7", 0.25)).toEqual([["처음과 마지막 손실: 0.7 0.25"]]);
  expect(printed("57 % of mine")).toContainEqual(["57 % of mine"]);
});
