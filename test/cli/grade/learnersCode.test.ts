/** Which parts of a notebook are taken for an exercise. */
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/jupyter/nbformat/notebook.js";
import { declaredIn } from "../../../src/cli/grade/declarations.js";
import { learnersCode } from "../../../src/cli/grade/learnersCode.js";

const cells = (...sources: string[]): Cell[] => sources.map((source, i) => ({ cell_type: "code", id: `c${i}`, metadata: {}, source, outputs: [], execution_count: null }));

function taken(wanted: string[], ...sources: string[]) {
  return learnersCode(declaredIn(cells(...sources)), wanted, (cell) => `cell ${cell}`);
}

/** The functions, as the learner's process gets them. */
function loaded(wanted: string[], ...sources: string[]): Record<string, (...args: unknown[]) => unknown> {
  const { code, names } = taken(wanted, ...sources);
  const given = Object.fromEntries(Object.entries(names).map(([local, name]) => [local, (...args: unknown[]) => [name, ...args]]));
  return ((0, eval)(code) as (given: object) => Record<string, () => unknown>)(given); // eslint-disable-line no-eval
}

describe("the code of an exercise", () => {
  it("is what the functions reach, and nothing that only runs", () => {
    const { code } = taken(["f"], "throw new Error('top level')", "const two = 2, three = 3;", "function g(x) { return x * two; }", "function f(x) { return g(x); }", "const unused = (() => { for (;;) {} })();");
    expect(code).toContain("const two = 2, three = 3;");
    expect(code).not.toContain("unused");
    expect(code).not.toContain("top level");
    expect(loaded(["f"], "const two = 2;", "function g(x) { return x * two; }", "function f(x) { return g(x); }")["f"]!(4)).toBe(8);
  });

  it("tells which names of the notebook it reaches", () => {
    expect(taken(["f"], "const two = 2, three = 3;", "function g(x) { return x * two; }", "function f(x) { return g(x); }", "function h() {}").reached).toEqual(["two", "three", "g", "f"]);
  });

  it("takes no name for another of an inner scope", () => {
    const { code } = taken(["f"], "const x = (() => { throw new Error('evaluated'); })();\nconst value = x;", "function f(x, { value }) { const y = { x: value }; return y.x + x; }");
    expect(code).not.toContain("evaluated");
  });

  it("takes the last one that is more than a stub", () => {
    expect(loaded(["f"], "function f() { return 1; }", "function f() { return 2; }", 'function f() { return notWritten("f"); }')["f"]!()).toBe(2);
    expect(taken(["f"], "function f() { return 1; }", "function f() { return 2; }").double).toEqual(["f"]);
  });

  it("is a stub where nothing is declared, and says so", () => {
    expect(taken(["f"], "const a = 1;").missing).toEqual(["f"]);
    expect(loaded(["f"])["f"]!()).toEqual(["notWritten", "f"]);
  });

  it("has the library's names, by whatever name they were imported", () => {
    expect(loaded(["f"], 'import { matmul as product, zeros } from "two-layer-net";', "const f = (x) => product(x);")["f"]!(3)).toEqual(["matmul", 3]);
    expect(taken(["f"], 'import * as nn from "two-layer-net";', "const f = (x) => nn.zeros(x);").names).toMatchObject({ nn: "*" });
    expect(taken(["f"], 'import { f } from "two-layer-net";').names).toMatchObject({ f$: "f" });
    expect(taken(["f"], 'import { readFileSync } from "node:fs";\nconst f = () => readFileSync;').foreign).toEqual(["node:fs"]);
  });

  it("is read around a syntax error, which is told by its place", () => {
    const declared = declaredIn(cells("function good() { return 1; }\nconst bad = = 2;\nfunction after() { return 3; }", "export default function last() {}"));
    expect(declared.declarations.flatMap(({ names }) => names)).toEqual(expect.arrayContaining(["good", "last"]));
    expect(declared.errors).toEqual([{ cell: 1, line: 2, message: expect.any(String) as string }]);
  });

  it("holds TypeScript's forms: types, enums, classes, exports, overloads", () => {
    const f = loaded(["f"], "export enum Mode { One = 1, Two }", "abstract class Base<T> { protected constructor(readonly value: T) {} }", "class Own extends Base<number> { constructor() { super(Mode.Two); } }", "export function f(): number;\nexport function f(): unknown { return (new Own() as Own).value satisfies number; }");
    expect(f["f"]!()).toBe(2);
  });
});
