import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { danfo } from "../../src/notebook/danfo.js";
import { showTable } from "../../src/notebook/showTable.js";

const { DataFrame } = danfo();
const display = Symbol.for("Jupyter.display");
const frame = () => new DataFrame([{ lr: 1e-3, valAcc: 0.25 }, { lr: 3e-4, valAcc: 0.5 }, { lr: 1e-3, valAcc: 0.75 }]);
const shown = (value: unknown) => (value as Record<symbol, () => Record<string, string>>)[display]();

describe("danfo", () => {
  it("gives frames, and all that is derived from them, a table of their own", () => {
    const text = "      lr  valAcc\n0  1e-03    0.25\n1  3e-04    0.50\n2  1e-03    0.75";
    expect(Object.keys(shown(frame()))).toEqual(["text/html", "text/plain"]);
    expect(shown(frame())["text/plain"]).toBe(text);
    expect(shown(frame())["text/html"]).toMatch(/^<table border="1" class="dataframe">/);
    expect(shown(frame().groupby(["lr"]).col(["valAcc"]).mean())["text/plain"]).toBe("      lr  valAcc_mean\n0  1e-03          0.5\n1  3e-04          0.5");
    expect(shown(frame().column("valAcc"))["text/plain"]).toBe("   valAcc\n0    0.25\n1    0.50\n2    0.75");
    expect(shown(frame().sortValues("valAcc", { ascending: false }))["text/plain"]).toBe("      lr  valAcc\n2  1e-03    0.75\n1  3e-04    0.50\n0  1e-03    0.25");
  });

  it("prints frames as the same text", () => {
    expect(inspect(frame())).toBe(shown(frame())["text/plain"]);
  });

  it("shows and prints frames with columns named like a frame's own properties", () => {
    for (const name of ["index", "columns", "values", "shape", "$isSeries", "T", "toString", "size"]) {
      const named = new DataFrame([[1, 2], [3, 4]], { columns: [name, "b"] });
      const width = Math.max(name.length, 1);
      const text = [`   ${name}  b`, `0  ${"1".padStart(width)}  2`, `1  ${"3".padStart(width)}  4`].join("\n");
      expect(shown(named)["text/plain"], name).toBe(text);
      expect(inspect(named), name).toBe(text);
      const lines: string[] = [];
      showTable(named as never, { log: (line) => lines.push(line) });
      expect(lines, name).toEqual([text]);
    }
  });

  it("leaves no trace in what a loop over a frame sees", () => {
    expect(Object.keys(Object.getPrototypeOf(Object.getPrototypeOf(frame())))).not.toContain(display);
    expect(danfo()).toBe(danfo());
  });
});
