/** Hand-ins that go wrong, by accident or on purpose, each with what becomes of it. */
import { solutions } from "../../notebooks/exerciseSolutions.js";
import type { Cell, Notebook } from "../../../src/jupyter/nbformat/notebook.js";
import { handIn } from "./course.js";

export interface Specimen {
  readonly notebook: Notebook;
  /** Points of ReLU, of 6. */
  readonly relu: number;
  /** Of all the exercises, of 80; not said where only ReLU is of interest. */
  readonly automatic?: number;
  /** Kinds of flags, `recordMissing` left out. */
  readonly flags?: readonly string[];
}

/** The solutions, with a statement at the beginning of reluForward. */
function doing(statement: string): Notebook {
  return handIn({ ...solutions, relu: solutions.relu!.replace("return [x.maximum", `${statement}\n  return [x.maximum`) });
}

function code(source: string, id = "extra"): Cell {
  return { cell_type: "code", id, metadata: {}, source, outputs: [], execution_count: null };
}

const solved = handIn();
const withCells = (change: (cells: readonly Cell[]) => readonly Cell[]): Notebook => ({ ...solved, cells: [...change(solved.cells)] });
const renumbered = (cells: readonly Cell[]): Cell[] => cells.map((cell, i) => ({ ...cell, id: `cell-${i}`, metadata: {} }));
const [forwardText, backwardText] = solutions.relu!.split(/(?=function reluBackward)/);

/** What is written well, and stands elsewhere or among other things. */
export const harmless: Readonly<Record<string, Specimen>> = {
  "all is well": { notebook: solved, relu: 6, automatic: 80 },
  "cells without ids and tags": { notebook: withCells(renumbered), relu: 6, automatic: 80 },
  "cells in the opposite order": { notebook: withCells((cells) => [...cells].reverse()), relu: 6, automatic: 80 },
  "a cell split in two": { notebook: withCells((cells) => cells.flatMap((cell) => (cell.id === "relu" ? [code(forwardText!, "a"), code(backwardText!, "b")] : [cell]))), relu: 6, automatic: 80 },
  "a cell twice": { notebook: withCells((cells) => [...cells, code(solutions.relu!)]), relu: 6, automatic: 80, flags: ["double", "double"] },
  "the stub once more below": { notebook: withCells((cells) => [...cells, code('function reluForward(x) { return notWritten("reluForward"); }')]), relu: 6, automatic: 80 },
  "lines that end as on Windows": { notebook: withCells((cells) => cells.map((cell) => ({ ...cell, source: cell.source.replaceAll("\n", "\r\n") }))), relu: 6, automatic: 80 },
  "a syntax error in another cell": { notebook: withCells((cells) => [code("const a = = 3;\nfunction broken( {"), ...cells]), relu: 6, automatic: 80, flags: ["syntax"] },
  "a loop without end at top level": { notebook: withCells((cells) => [code("for (;;) {}"), code("const forever = (() => { while (true) {} })();", "more"), ...cells]), relu: 6, automatic: 80 },
  "an exit at top level": { notebook: withCells((cells) => [code("process.exit(0)"), ...cells]), relu: 6, automatic: 80 },
  "arrow functions with helpers": {
    notebook: handIn({ ...solutions, relu: "const cut = (d: number, v: number) => (v > 0 ? d : 0);\nexport const reluForward = (x: NDArray): [NDArray, any] => [x.maximum(LOW), x];\nconst reluBackward = (dout, x) => dout.combine(x, cut);\nconst [LOW, HIGH] = [0, 1];" }),
    relu: 6, automatic: 80,
  },
  "a syntax error in its own cell, behind it": { notebook: handIn({ ...solutions, relu: `${solutions.relu}\nfunction half( {` }), relu: 6, automatic: 80, flags: ["syntax"] },
  "Korean names of its own": { notebook: handIn({ ...solutions, relu: solutions.relu!.replaceAll("value", "값") }), relu: 6, automatic: 80 },
};

/** What is wrong, or meant ill: ReLU counts for little or nothing, and all that does not use it as ever. */
export const harmful: Readonly<Record<string, Specimen>> = {
  "a loop without end": { notebook: doing("for (;;) {}"), relu: 0, flags: ["ended"] },
  "an exit": { notebook: doing("process.exit(0);"), relu: 0, flags: ["ended"] },
  "thrown: no error": { notebook: doing("throw 'no error';"), relu: 0 },
  "a call of itself": { notebook: doing("return reluForward(x);"), relu: 0 },
  "a string of a gigabyte": { notebook: doing("let s = 'x'; const all = []; for (;;) { s += s.slice(0, 1e8) + 'y'; all.push(s + Math.cos(all.length)); }"), relu: 0 },
  "three gigabytes outside of the heap": { notebook: doing("const kept: any[] = []; for (let i = 0; i < 30; i++) kept.push(new Float64Array(1.3e7).fill(i)); (globalThis as any).kept = kept;"), relu: 0, flags: ["ended"] },
  "thousands of lines": { notebook: doing("for (let i = 0; i < 1e4; i++) console.log('line', i);"), relu: 6 },
  "reads a file": { notebook: doing("(process as any).getBuiltinModule('fs').readFileSync('/etc/passwd');"), relu: 0 },
  "waits for a module": { notebook: doing("let fs: any; (0, eval)('import(\"node:fs\")').then((found) => (fs = found)); for (const end = Date.now() + 50; Date.now() < end;); if (!fs) throw new Error('never comes');"), relu: 0 },
  "asks for processes": { notebook: doing("(process as any).binding('spawn_sync');"), relu: 0 },
  "kills its parent": { notebook: doing("(process as any).kill(process.ppid, 'SIGKILL');"), relu: 0 },
  "a getter without end": { notebook: doing("return [x.maximum(0), { get x() { for (;;) {} } }] as any;"), relu: 0, flags: ["ended"] },
  "a huge result": { notebook: doing("return [x.maximum(0), { x, s: 'x'.repeat(2e7) }] as any;"), relu: 0, flags: ["ended"] },
  "arrays that are patched": { notebook: doing("(Float64Array.prototype as any).set = () => {}; (Array.prototype as any).map = () => []; (JSON as any).stringify = () => '{}';"), relu: 0 },
  "a prototype that is polluted": { notebook: doing("return JSON.parse('[1, {\"__proto__\": {\"status\": \"passed\"}}]');"), relu: 0 },
  "imports the library's answer": { notebook: handIn({ ...solutions, relu: 'import { reluForward, reluBackward } from "two-layer-net";' }), relu: 0, flags: ["missing", "missing"] },
  "imports the library's layers by path": { notebook: doing(`return (eval('import("${"../../nn/layers/relu.js"}")') as any);`), relu: 0 },
};

/** Answers to calls that nobody made, on the line that the process has to its grader. */
export const forgery = doing(`const { writeSync } = (process as any).getBuiltinModule("fs");
  for (let n = 0; n < 50; n++) writeSync(3, JSON.stringify({ type: "returned", number: n, values: [true], objects: [], missed: [] }) + "\\n");`);
