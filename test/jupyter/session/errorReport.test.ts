import { describe, expect, it } from "vitest";
import { CellSources } from "../../../src/jupyter/session/cellSources.js";
import { errorReport } from "../../../src/jupyter/session/errorReport.js";

const map = JSON.stringify({ version: 3, sources: ["cell.ts"], names: [], mappings: "AAAA" });
const sources = new CellSources();
sources.add({
  name: "cell-1.ts",
  place: "Cell [1]",
  source: "first();\nsecond();",
  map,
});

function failing(stack: string, error: Error = new RangeError("bad\nin two lines")): Error {
  return Object.defineProperty(error, "stack", { value: `${String(error)}\n${stack}` });
}

describe("errorReport", () => {
  it("puts the cell's line between the message and the trace", () => {
    const error = failing("    at second (/library.js:1:1)\n    at Cell [1]:2:1");
    expect(errorReport({ kind: "error", error }, sources)).toEqual({
      ename: "RangeError",
      evalue: "bad\nin two lines",
      traceback: [
        "RangeError: bad",
        "in two lines",
        "Cell [1], line 2",
        "  1 | first();",
        "> 2 | second();",
        "    | ^",
        "",
        "    at second (/library.js:1:1)",
        "    at Cell [1]:2:1",
      ],
    });
  });

  it("shows the trace alone for an error from elsewhere", () => {
    const report = errorReport({ kind: "error", error: failing("    at /library.js:1:1", new Error("far")) }, sources);
    expect(report?.traceback).toEqual(["Error: far", "    at /library.js:1:1"]);
  });

  it("reports an interrupt", () => {
    expect(errorReport({ kind: "interrupt", where: "" }, sources)).toEqual({
      ename: "KeyboardInterrupt",
      evalue: "the cell was interrupted",
      traceback: ["KeyboardInterrupt: the cell was interrupted"],
    });
  });

  it("has nothing to say of a cell that did not fail", () => {
    expect(errorReport({ kind: "nothing" }, sources)).toBeUndefined();
    expect(errorReport({ kind: "value", value: new Error("only a value") }, sources)).toBeUndefined();
  });
});
