/** What a learner does with cells, and what comes of it, in Node and in pages alike. */

/**
 * By what they show: cells one after the other, each with what it came to, a line for each output: `out` and `err` print,
 * `shows` displays, `updates` changes what was displayed, `=` is the value, `!` the error.
 */
export const SESSIONS: Readonly<Record<string, readonly (readonly [source: string, outcome: string])[]>> = {
  "printing looks as in Node": [
    ["console.log('a', { b: [1, , 3], c: new Map([[{ x: 1 }, new Set(['y'])]]), d: -0, f() {}, g: class A {} }, 'x'.repeat(3), [['deep', [[[1]]]]])", "out a {\n  b: [ 1, <1 empty item>, 3 ],\n  c: Map(1) { { x: 1 } => Set(1) { 'y' } },\n  d: -0,\n  f: [Function: f],\n  g: [class A]\n} xxx [ [ 'deep', [ [Array] ] ] ]\n"],
    ["console.log('%s is %d, %o', 'it', 42, 1n, Symbol('s')); console.error('wrong'); console.info(new Float32Array([1, 2.5])); process.stdout.write('no end')", "out it is 42, 1n Symbol(s)\nerr wrong\nout Float32Array(2) [ 1, 2.5 ]\nno end\n= true"],
    ["console.group('outer'); console.log('a\\nb'); console.groupEnd(); console.log('c'); console.assert(1 > 2, 'no %s', 'way'); console.count(); console.count(); console.dir({ a: 1 });", "out outer\n  a\n  b\nc\nerr Assertion failed: no way\nout default: 1\ndefault: 2\n{ a: 1 }\n"],
    ["new Date(0)", "= 1970-01-01T00:00:00.000Z"], ["[1.5, 'it\\'s', null, undefined, /x/g, new Error('e').message]", "= [ 1.5, \"it's\", null, undefined, /x/g, 'e' ]"],
    ["Array.from({ length: 200 }, (_, i) => i).slice(0, 8)", "= [\n  0, 1, 2, 3,\n  4, 5, 6, 7\n]"],
  ],
  "values and names go from cell to cell": [
    ["let counter = 1; const inc = () => ++counter;", ""], ["counter = 10; inc()", "= 11"], ["const a = 1, b = { c: 2 };", ""], ["const a = 'text'; a.length + b.c", "= 6"],
    ["await Promise.resolve(3)", "= 3"], ["for await (const x of [Promise.resolve(1)]) console.log(x);", "out 1\n"],
  ],
  "types are checked before anything runs": [
    ["console.log('never'); const n: number = 'a';", "! TypeScriptError: Cell [N], line 1, column 29: Type 'string' is not assignable to type 'number'. (TS2322)"],
    ["document.title", "! TypeScriptError: Cell [N], line 1, column 1: Cannot find name 'document'. (TS2584); cells run in WHERE"],
    ["print(1)", "! TypeScriptError: Cell [N], line 1, column 1: Cannot find name 'print'. (TS2304); console.log(...) prints"],
  ],
  "the library is at hand": [
    ["import { array, matmul, TwoLayerNet, type NDArray } from 'two-layer-net';\nconst q: NDArray = array([[1, 2], [3, 4]]); matmul(q, q)", "= array([[ 7., 10.],\n       [15., 22.]])"],
    ["q + q", "! TypeScriptError: Cell [N], line 1, column 1: Operator '+' cannot be applied to types 'NDArray' and 'NDArray'. (TS2365); write q.add(q)"],
    ["q.reshape(3)", "! RangeError: reshape: expected a shape of 4 elements like (2, 2), got (3,)"],
    ["import { DataFrame } from 'danfojs-node';\nimport { showTable } from 'two-layer-net/notebook';\nshowTable(new DataFrame([{ a: 1.5, b: 'x' }]))", "shows text/html, text/plain"],
    ["const { Solver } = await import('two-layer-net'); Solver.name", "= 'Solver'"],
    ["import { nothing } from './nothing';", "! TypeScriptError: Cell [N], line 1, column 25: Cannot find module './nothing' or its corresponding type declarations. (TS2307)"],
  ],
  "displays": [
    ["import { display, newDisplay } from 'tslab';\ndisplay.html('<b>'); display.png(new Uint8Array([1, 2, 3]));", "shows text/html\nshows image/png"],
    ["const shown = newDisplay(); shown.text('a'); shown.text('b')", "shows text/plain\nupdates text/plain"],
    ["({ [Symbol.for('Jupyter.display')]: async () => ({ 'text/html': '<b>', 'image/png': new Uint8Array([1]) }) })", "= text/html, image/png"],
  ],
  "errors": [
    ["throw 'text'", "! Uncaught: 'text'"],
    ["throw new Error('outer', { cause: new TypeError('inner') })", "! Error: outer"],
    ["class Own extends Error { name = 'Own' }\nthrow new Own('mine')", "! Own: mine"], ["const got = 1; throw new Error('half-way'); const missed = 2;", "! Error: half-way"],
    ["got", "= 1"], ["missed", "! ReferenceError: missed has no value: Cell [N], which defines it, failed before it got there; mend it and run it again"],
    ["setTimeout(() => { throw new Error('stray') }, 1); await new Promise((done) => setTimeout(done, 100));", "err Uncaught exception: Error: stray\n"],
    ["Array.prototype.push = null as any;", "err The kernel itself needs what a cell has replaced, and has put it back: Array.prototype.push\n"], ["[1].push(2)", "= 2"],
  ],
  "files beside the notebook": [
    ["import { half } from './beside'; import settings from './settings.json'; [half({ a: 3 }), settings.rate]", "= [ 1.5, 0.1 ]"],
    ["half({ a: -1 })", "! RangeError: negative"], ["import { wrong } from './wrong';", "! TypeScriptError: wrong.ts, line 1, column 14: Type 'string' is not assignable to type 'number'. (TS2322)"],
    ["/** @module area */\nexport const area = (r: number) => 3 * r * r;", ""], ["import { area } from './area'; area(2)", "= 12"],
  ],
};

/** What differs on purpose, or because browsers differ, and nothing else: outcomes by kernel. */
export const DIFFERENCES: readonly (readonly [source: string, outcomes: { readonly Node: string; readonly Chromium: string; readonly Firefox: string }])[] = [
  ["Promise.resolve(1)", { Node: "= Promise { 1 }", Chromium: "= Promise { <pending> }", Firefox: "= Promise { <pending> }" }],
  ["null as any;\n(undefined as any).x", {
    Node: "! TypeError: Cannot read properties of undefined (reading 'x')",
    Chromium: "! TypeError: Cannot read properties of undefined (reading 'x')",
    Firefox: "! TypeError: can't access property \"x\" of undefined",
  }],
  ofNode("import { readFileSync } from 'node:fs';", "column 30: Cannot find module 'node:fs' or its corresponding type declarations. (TS2307)"),
  ofNode("process.nextTick(() => {});", "column 9: Property 'nextTick' does not exist on type 'PageProcess'. (TS2339)"),
  ofNode("Buffer.from('a');", "column 1: Cannot find name 'Buffer'. Do you need to install type definitions for node? Try `npm i --save-dev @types/node` and then add 'node' to the types field in your tsconfig. (TS2591)"),
  ofNode("setImmediate(() => {});", "column 1: Cannot find name 'setImmediate'. (TS2304)"),
];

function ofNode(source: string, refusal: string): (typeof DIFFERENCES)[number] {
  const refused = `! TypeScriptError: Cell [N], line 1, ${refusal}`;
  return [source, { Node: "", Chromium: refused, Firefox: refused }];
}

/** Beside the notebooks of both kernels. */
export const FILES: Readonly<Record<string, string>> = {
  "notebooks/beside.ts": "interface Has { a: number }\n\nexport function half({ a }: Has): number {\n  if (a < 0) throw new RangeError('negative');\n  return a / 2;\n}\n",
  "notebooks/settings.json": '{ "rate": 0.1 }',
  "notebooks/wrong.ts": "export const wrong: number = 'text';\n",
  "notebooks/outside.ts": "/** Three. */\nexport const three: number = 3;\nexport function twice(x: number): number { return 2 * x; }\nexport interface Shape { size: number }\nexport default three;\n",
};
