import { expect, it } from "vitest";
import { gradientTable } from "../../src/notebook/gradientTable.js";
import { showTable } from "../../src/notebook/showTable.js";
import { type Frame, tableBundle } from "../../src/notebook/table/tableBundle.js";
import { inKernel } from "./fakeKernel.js";

const frame = gradientTable({ W1: 1.83e-8 }, 1e-7);

it("sends one message in a kernel", () => {
  const sent = inKernel(() => showTable(frame, { caption: "Gradients", index: false }));
  expect(sent).toEqual([{ content: { ...tableBundle(frame, { caption: "Gradients", index: false }), transient: {} }, update: false }]);
});

it("logs the text elsewhere", () => {
  const lines: string[] = [];
  showTable(frame, { index: false, log: (line) => lines.push(line) });
  expect(lines).toEqual(["parameter  relative error  threshold  verdict\n       W1        1.83e-08      1e-07       ok"]);
});

it("refuses what is no frame", () => {
  expect(() => showTable([{ a: 1 }] as unknown as Frame)).toThrow(
    new TypeError("showTable: expected a danfojs DataFrame or Series, got object. Records become one with sweepTable."),
  );
  for (const [value, kind] of [[null, "null"], [undefined, "undefined"], [3, "number"]]) expect(() => showTable(value as never)).toThrow(`got ${kind}. Records`);
  const frameLike = { columns: ["a"], index: [0], values: [[1]] };
  for (const name of Object.keys(frameLike)) expect(() => showTable({ ...frameLike, [name]: 1 } as never)).toThrow(TypeError);
});
