import { afterAll, describe, expect, it } from "vitest";
import { CellCompiler } from "../../../src/jupyter/kernel/cellCompiler.js";
import { CellSources } from "../../../src/jupyter/kernel/cellSources.js";

const sources = new CellSources();
const compiler = new CellCompiler(sources);
afterAll(() => compiler.close());

function convert(place: string, source: string): ReturnType<CellCompiler["convert"]> {
  compiler.begin(place);
  return compiler.convert("ignored", source);
}

/** Where a text of the output, as tslab runs it, leads back to. */
function findText(output: string, wrapper: string, text: string): ReturnType<CellSources["find"]> {
  const script = /sourceURL=(\S+)/.exec(output)![1];
  const lines = (wrapper + output).split("\n");
  const line = lines.findIndex((candidate) => candidate.includes(text));
  return sources.find(script, line + 1, lines[line].indexOf(text) + 1);
}

describe("CellCompiler", () => {
  it("leads from what runs back to the cell, over dropped lines and added text", () => {
    const source = "interface Gone {\n  a: 1;\n}\n\nconst kept: number = Math.abs(-1);\nMath.sign(kept)";
    const { output } = convert("Cell [1]", source);
    expect(findText(output!, "(function(exports, require) { ", "Math.abs")).toEqual({ place: "Cell [1]", source, line: 5, column: 22 });
    expect(findText(output!, "(function(exports, require) { ", "Math.sign")).toMatchObject({ line: 6, column: 1 });
    expect(sources.sourceOf("Cell [1]")).toBe(source);
  });

  it("does so on the first line of a cell that waits", () => {
    const { output, hasToplevelAwait } = convert("Cell [2]", "await Math.sqrt(4)");
    expect(hasToplevelAwait).toBe(true);
    expect(findText(output!, "(async function(exports, require) { ", "Math.sqrt")).toMatchObject({ line: 1, column: 7 });
  });

  it("finds nothing behind the end of the cell, where tslab calls it, or in other scripts", () => {
    const { output } = convert("Cell [3]", "1");
    const script = /sourceURL=(\S+)/.exec(output!)![1];
    expect(sources.find(script, output!.split("\n").length + 1, 5)).toBeUndefined();
    expect(sources.find("other.js", 1, 1)).toBeUndefined();
  });

  it("knows the declarations of earlier cells, and whether a value is shown", () => {
    convert("Cell [4]", "const before = { deep: 1 };");
    expect(compiler.showsValue).toBe(true);
    expect(convert("Cell [5]", "before.deep;").diagnostics).toEqual([]);
    expect(compiler.showsValue).toBe(false);
  });

  it("describes what the compiler finds, with the lines of one message together", () => {
    convert("Cell [6]", "const wanted: { a: { b: number } } = { a: 1 as unknown as { b: string } };");
    expect(compiler.diagnostics).toEqual([
      {
        place: "Cell [6]",
        source: expect.stringContaining("const wanted"),
        line: 1,
        column: 40,
        length: 1,
        code: 2322,
        message:
          "Type '{ b: string; }' is not assignable to type '{ b: number; }'.\n" +
          "  Types of property 'b' are incompatible.\n" +
          "  Type 'string' is not assignable to type 'number'.",
      },
    ]);
    convert("Cell [7]", "1");
    expect(compiler.diagnostics).toEqual([]);
  });
});
