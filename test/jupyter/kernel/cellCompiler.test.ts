import { describe, expect, it } from "vitest";
import type { Cells } from "../../../src/jupyter/cells/cells.js";
import { nodeCompiler } from "../../../src/jupyter/kernel/nodeCompiler.js";
import { CellCompiler } from "../../../src/jupyter/session/cellCompiler.js";
import { CellSources } from "../../../src/jupyter/session/cellSources.js";

const sources = new CellSources();
const compiler = nodeCompiler(sources);

/** Where a text of what runs leads back to. */
function findText(place: string, source: string, text: string): ReturnType<CellSources["find"]> {
  const { code, script } = compiler.compile(place, source).cell!;
  const lines = code.split("\n");
  const line = lines.findIndex((candidate) => candidate.includes(text));
  return sources.find(script, line + 1, lines[line]!.indexOf(text) + 1);
}

describe("CellCompiler", () => {
  it("leads from what runs back to the cell, over dropped lines and added text", () => {
    const source = "interface Gone {\n  a: 1;\n}\n\nconst kept: number = Math.abs(-1);\nMath.sign(kept)";
    expect(findText("Cell [1]", source, "Math.abs")).toEqual({ place: "Cell [1]", source, line: 5, column: 22 });
    expect(findText("Cell [1]", source, "Math.sign")).toMatchObject({ line: 6, column: 1 });
    expect(sources.sourceOf("Cell [1]")).toBe(source);
  });

  it("does so on the first line of a cell that waits", () => {
    expect(findText("Cell [2]", "await Math.sqrt(4)", "Math.sqrt")).toMatchObject({ line: 1, column: 7 });
  });

  it("leads to the name of a function that is called, of whatever cell or package it is", () => {
    compiler.compile("Cell [3]", "import { basename } from 'path';\nfunction f() {}");
    expect(findText("Cell [4]", "1;\n  f()", ")()")).toMatchObject({ line: 2, column: 3 });
    expect(findText("Cell [4]", "basename('x')", "('x')")).toMatchObject({ line: 1, column: 1 });
  });

  it("finds nothing in what stands around the cell, or in other scripts", () => {
    const { code, script } = compiler.compile("Cell [5]", "let x = 1;\nx").cell!;
    expect(sources.find(script, 1, 1)).toBeUndefined();
    const line = code.split("\n").findIndex((text) => text.includes("get x()"));
    expect(line).toBeGreaterThan(0);
    expect(sources.find(script, line + 1, 30)).toBeUndefined();
    expect(sources.find("other.js", 1, 1)).toBeUndefined();
  });

  it("knows the declarations of earlier cells", () => {
    compiler.compile("Cell [6]", "const before = { deep: 1 };");
    expect(compiler.compile("Cell [7]", "before.deep;").diagnostics).toEqual([]);
    expect(compiler.compile("Cell [7]", "before.shallow;").diagnostics).toHaveLength(1);
  });

  it("describes what the compiler finds, with the lines of one message together", () => {
    const { diagnostics } = compiler.compile("Cell [8]", "const wanted: { a: { b: number } } = { a: 1 as unknown as { b: string } };");
    expect(diagnostics).toEqual([
      {
        place: "Cell [8]",
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
  });

  it("refuses what is nested deeper than the compiler can go", () => {
    expect(() => compiler.compile("Cell [9]", "[".repeat(100_000) + "]".repeat(100_000))).toThrow(new RangeError("this is nested too deep, or too long, for the compiler; write it in parts"));
  });

  it.each([[new RangeError("Maximum call stack size exceeded"), { message: /^this is nested too deep/, cause: "Maximum call stack size exceeded" }], [new TypeError("own"), { message: /^own$/, cause: undefined }]])("says so of %s, and not of other errors", (error, { message, cause }) => {
    const fails = { compile: () => { throw error; } } as unknown as Cells;
    expect(() => new CellCompiler(fails, "/book", new CellSources()).compile("Cell [1]", "1")).toThrow(expect.toSatisfy((thrown: Error) => message.test(thrown.message) && thrown.cause === cause));
  });

  it("takes modules, and names what is wrong in them by the module, with their files below the folder", () => {
    const places = (...module: Parameters<typeof compiler.addModule>): unknown[] => compiler.addModule(...module).map(({ place, line, code }) => [place, line, code]);
    expect(places("area_of", "export const area: number = 1;")).toEqual([]);
    expect(places("bad_one", "\nexport const bad: number = 'x';")).toEqual([["bad_one.ts", 2, 2322]]);
    expect(places("page_of", "export const page = <b/>;")).not.toEqual([]);
    expect(places("tsx_of", "const React = { createElement: (name: string): string => name };\nexport const page = <any>1;", true)).not.toEqual([]);
    const path = `${process.cwd().replaceAll("\\", "/")}/area_of.ts`;
    expect(compiler.compile("Cell [10]", "import { area } from './area_of'; area").cell!.files.map((file) => file.path)).toEqual([path]);
    expect(sources.find(path, 4, 1)).toMatchObject({ place: path, source: "export const area: number = 1;", line: 1 });
  });
});
