import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CellSources } from "../../../src/jupyter/session/cellSources.js";
import { installStackTraces, stackText } from "../../../src/jupyter/session/stackTraces.js";

const { stackTraceLimit, prepareStackTrace } = Error;
const CELL_SOURCE = Symbol.for("Jupyter.cellSource");
/** Each line is itself. */
const map = JSON.stringify({ version: 3, sources: ["cell.ts"], names: [], mappings: "AAAA;AACA" });

interface Site {
  script?: string | null;
  line?: number | null;
  column?: number | null;
  name?: string | null;
  type?: string;
  is?: "native" | "eval" | "toplevel" | "constructor" | "async";
}

/** A call site as V8 has it. */
function site({ script = "/lib.js", line = 3, column = 7, name = "f", type = "Object", is }: Site): NodeJS.CallSite {
  const own = {
    getScriptNameOrSourceURL: () => script,
    getLineNumber: () => line,
    getColumnNumber: () => column,
    getFunctionName: () => name,
    getTypeName: () => type,
    isNative: () => is === "native",
    isEval: () => is === "eval",
    isToplevel: () => is === "toplevel",
    isConstructor: () => is === "constructor",
    isAsync: () => is === "async",
    toString: () => "Array.map (<anonymous>)",
  };
  return own as unknown as NodeJS.CallSite;
}

/** The frames that are shown. */
function frames(...sites: Site[]): string[] {
  return (Error.prepareStackTrace!(new Error("x"), sites.map(site)) as string).split("\n").slice(1).map((line) => line.replace(/^ {4}at /, ""));
}

beforeEach(() => {
  const sources = new CellSources();
  sources.add({ name: "cell-1.ts", place: "Cell [1]", source: "f();\ng();", map });
  installStackTraces(sources, (script) => (script.startsWith("node:") ? undefined : `shown${script}`));
});
afterEach(() => {
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  Reflect.deleteProperty(globalThis, CELL_SOURCE);
});

describe("a frame", () => {
  it.each<[Site, string[]]>([
    [{}, ["f (shown/lib.js:3:7)"]],
    [{ line: null, column: null }, ["f (shown/lib.js:1:1)"]],
    [{ name: null }, ["shown/lib.js:3:7"]],
    [{ script: "node:fs" }, []],
    [{ script: null }, []],
    [{ script: null, is: "native" }, ["Array.map (<anonymous>)"]],
    [{ script: "cell-1.ts", line: 2, column: 1 }, ["f (Cell [1]:2:1)"]],
    [{ script: "cell-1.ts", line: 2, column: 1, name: null }, ["Cell [1]:2:1"]],
    [{ script: "cell-1.ts", line: 9, column: 1 }, ["f (Cell [1]:2:1)"]],
    [{ type: "Model" }, ["Model.f (shown/lib.js:3:7)"]],
    [{ type: "Proxy" }, ["f (shown/lib.js:3:7)"]],
    [{ type: "Model", name: "Solver.step" }, ["Solver.step (shown/lib.js:3:7)"]],
    [{ type: "Model", is: "toplevel" }, ["f (shown/lib.js:3:7)"]],
    [{ type: "Model", name: "Model", is: "constructor" }, ["new Model (shown/lib.js:3:7)"]],
    [{ is: "async" }, ["async f (shown/lib.js:3:7)"]],
    [{ is: "async", name: null }, ["async shown/lib.js:3:7"]],
    [{ is: "eval", name: "eval" }, ["shown/lib.js:3:7"]],
    [{ is: "eval", name: "g" }, ["g (shown/lib.js:3:7)"]],
    [{ name: "eval" }, ["eval (shown/lib.js:3:7)"]],
  ])("%j is shown as %j", (given, shown) => {
    expect(frames(given)).toEqual(shown);
  });

  it("that the compiler added to a cell is not shown", () => {
    const sources = new CellSources();
    sources.add({ name: "cell-2.ts", place: "Cell [2]", source: "f();", map: JSON.stringify({ version: 3, sources: [], names: [], mappings: "" }) });
    installStackTraces(sources, () => "elsewhere");
    expect(frames({ script: "cell-2.ts" }, {})).toEqual(["f (elsewhere:3:7)"]);
  });
});

it("a long trace lacks its middle", () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `f${i}`);
  const shown = (count: number) => stackText(new TypeError("bad"), names(count)).split("\n");
  expect(shown(12)).toEqual(["TypeError: bad", ...names(12).map((name) => `    at ${name}`)]);
  expect(shown(20)).toEqual(["TypeError: bad", ...names(9).map((name) => `    at ${name}`), "    ... 8 more", "    at f17", "    at f18", "    at f19"]);
});

it("what a stack is captured for need not be an error, nor tell its name", () => {
  expect(stackText({ name: "Trace", message: "t" } as Error, [])).toBe("Trace: t");
  expect(stackText(Object.defineProperty(new Error(), "name", { get() { throw 1; } }), ["f"])).toBe("Error\n    at f");
});

it("libraries find the source of a cell, and frames enough to get to it", () => {
  const find = () => (globalThis as unknown as Record<symbol, (place: string) => string | undefined>)[CELL_SOURCE]!;
  expect([find()("Cell [1]"), find()("Cell [2]"), Error.stackTraceLimit]).toEqual(["f();\ng();", undefined, 100]);
});
