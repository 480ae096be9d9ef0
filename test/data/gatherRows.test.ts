import { expect, it } from "vitest";
import { gatherRows } from "../../src/data/gatherRows.js";

it("subtracts the mean from the rows asked for, in their order", () => {
  const out = new Float64Array(6).fill(NaN);
  gatherRows(Uint8Array.of(0, 255, 10, 20, 30, 40), 2, [2, 0, 2], Float64Array.of(0.5, 100), out);
  expect([...out]).toEqual([29.5, -60, -0.5, 155, 29.5, -60]);
});

it("takes none", () => {
  gatherRows(new Uint8Array(0), 2, [], new Float64Array(2), new Float64Array(0));
});
