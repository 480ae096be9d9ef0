/** Whatever code a cell holds, a reply comes, and the cells behind it run. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { type Answer, KernelUnderTest, outputs, streamText } from "./kernelUnderTest.js";

const folder = temporaryFolder();
let kernel: KernelUnderTest;
beforeAll(async () => {
  kernel = await KernelUnderTest.start(folder);
}, 120_000);
afterAll(() => kernel.stop());

/** The kernel goes on. */
const SOUND = "const { a, ...rest } = { a: [1, 2].map((x) => x + 1), b: new Set([1]) };\nconsole.log('seen');\nawait Promise.resolve([a, rest])";
async function expectSound(after: string): Promise<void> {
  const next = await kernel.run(SOUND);
  const shown = outputs(next).map(({ content }) => content["text"] ?? content["data"]);
  expect([after, ...shown.slice(-2)]).toEqual([after, "seen\n", { "text/plain": "[ [ 2, 3 ], { b: Set(1) { 1 } } ]" }]);
}

const errorOf = (answer: Answer): Record<string, any> | undefined => outputs(answer).find((message) => message.type === "error")?.content;
const traceOf = async (code: string): Promise<string[]> => errorOf(await kernel.run(code))!["traceback"] as string[];
const evalueOf = async (code: string): Promise<string> => errorOf(await kernel.run(code))?.["evalue"] as string;
const plain = async (code: string): Promise<unknown> =>
  outputs(await kernel.run(code)).find((message) => message.type === "execute_result")?.content["data"]["text/plain"];

/** Each of them an expression whose value is thrown. */
const MESSAGES = ["10n", "Symbol('m')", "null", "undefined", "{}", "{ toString() { throw 1 } }", "() => {}", "NaN", "''", "'x'.repeat(1e6)", "'\\n'.repeat(100)", "new Proxy({}, { get() { throw 1 } })", "'a\\n    at b'", "new Error('m')", "[1]", "'\\ud800'"];
const PROPERTIES = ["message", "name", "stack", "cause", "constructor", "toString", "code"];
const THROWN = [
  ...MESSAGES.map((value) => `Object.assign(new Error('x'), { message: ${value} })`),
  ...MESSAGES.map((value) => `Object.assign(new Error('x'), { name: ${value} })`),
  ...MESSAGES.map((value) => `Object.assign(new Error('x'), { stack: ${value} })`),
  ...PROPERTIES.map((name) => `Object.defineProperty(new Error('x'), '${name}', { get() { throw new Error('got') } })`),
  ...["{}", "[]", "null", "undefined", "0", "''", "1n", "Symbol('s')", "() => {}", "Object.create(null)", "Object.create(Error.prototype)", "new Date(NaN)", "Promise.resolve(1)", "{ then() { throw 1 } }", "{ then() {} }", "globalThis", "new Map([[{}, 1]])", "'x'.repeat(1e7)", "new Proxy(new Error('p'), { get() { throw 1 }, getPrototypeOf() { throw 1 } })", "Proxy.revocable({}, {}).proxy", "{ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('i') } }", "{ toJSON() { throw 1 } }", "{ get a() { throw 1 } }", "new AggregateError([new Error('a')], 'b')", "require('vm').runInNewContext('new Error(1)')", "new DOMException('d', 'AbortError')", "Buffer.alloc(10)", "class { static [Symbol.toStringTag] = 1 }", "new (class extends Error { get [Symbol.toStringTag](): string { throw 1 } })"].map((value) => `(${value}) as any`),
];

describe("what is thrown", () => {
  it("may be anything: a reply comes, of texts", async () => {
    expect(THROWN.length).toBeGreaterThan(80);
    for (const code of THROWN) {
      const { reply } = await kernel.run(`throw ${code}`);
      const { status, ename, evalue, traceback } = reply.content;
      expect([code, status, typeof ename, typeof evalue, [...new Set(traceback.map((line: unknown) => typeof line))]]).toEqual([code, "error", "string", "string", ["string"]]);
      expect(JSON.stringify(reply.content).length).toBeLessThan(400_000);
    }
    expect(await plain("1 + 1")).toBe("2");
  }, 180_000);

  it("may have a `inspect` of its own that does not come back: an interrupt stops it", async () => {
    for (const code of ["throw {", "({"]) {
      const id = kernel.sendCell(`${code} [Symbol.for('nodejs.util.inspect.custom')]() { console.log('go'); for (;;); } }${code === "({" ? ")" : ""}`);
      await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "stream"), "go");
      kernel.send("interrupt_request", {}, "control");
      expect((await kernel.answer(id)).reply.content["ename"]).toBe("KeyboardInterrupt");
    }
  });

  it("is shown with all that it says, once", async () => {
    expect((await traceOf("await Promise.any([Promise.reject(new Error('first')), Promise.reject(new TypeError('second'))])")).join("\n")).toMatch(/first[^]*second/);
    expect((await traceOf("throw Object.assign(new Error('bare'), { code: 'E_BARE', stack: 'Error: bare' })")).join("\n")).toContain("code: 'E_BARE'");
    const doubled = await traceOf("throw new Error('a\\n    at b')");
    expect(doubled.filter((line) => line === "    at b")).toEqual(["    at b"]);
    expect(await evalueOf("throw Object.assign(new Error('x'), { message: null })")).toBe("null");
    expect(streamText(await kernel.run("console.trace('t', 1)"), "stderr")).toMatch(/^Trace: t 1\n {4}at Cell \[\d+\]:1:9\n/);
  });
});

/** Each of them a cell, and how it ends: "ok", or the name of the error. */
const CELLS: [code: string, ending: string][] = [
  ["", "ok"],
  [";;;", "ok"],
  ["// nothing but a comment", "ok"],
  ["\uFEFF1", "ok"],
  ["'\u0000'", "ok"],
  ["'\ud800'", "ok"],
  ["const 변수 = 1; const ñ = 변수; ñ", "ok"],
  ["function* endless() { let i = 0; while (true) yield i++; }\nendless()", "ok"],
  ["function* ten() { for (let i = 0; i < 10; i++) yield i; }\n[...ten()].length", "ok"],
  ["(async function* () { yield 1 })()", "ok"],
  ["class Odd { #own = 1; static { (this as any).made = true } get own() { return this.#own } }\nnew Odd()", "ok"],
  ["label: for (const i of [1, 2]) { for (;;) continue label }", "ok"],
  ["Symbol('s')", "ok"],
  ["[Symbol.iterator, Symbol.for('x')]", "ok"],
  ["10n ** 100n", "ok"],
  ["BigInt('9'.repeat(5000))", "ok"],
  ["[1n, -0, NaN, Infinity]", "ok"],
  ["new Date(NaN)", "ok"],
  ["Object.create(null)", "ok"],
  ["Object.freeze([Object.freeze({ a: 1 })])", "ok"],
  ["const round: any = {}; round.self = round; round", "ok"],
  ["new Proxy({}, {})", "ok"],
  ["new Proxy({}, { get() { throw new Error('get') }, ownKeys() { throw new Error('keys') }, getPrototypeOf() { throw new Error('prototype') } })", "Error"],
  ["new Proxy(() => {}, { get() { return undefined } })", "ok"],
  ["const gone = Proxy.revocable({}, {}); gone.revoke(); gone.proxy", "TypeError"],
  ["({ get a() { throw new Error('getter') } })", "ok"],
  ["({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('inspect') } })", "Error"],
  ["({ [Symbol.for('Jupyter.display')]: 5 })", "ok"],
  ["({ get [Symbol.for('Jupyter.display')]() { throw new Error('display') } })", "Error"],
  ["({ [Symbol.for('Jupyter.display')]: () => new Promise((_, fail) => fail(new RangeError('late'))) })", "RangeError"],
  ["({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 1n }) })", "TypeError"],
  ["({ [Symbol.for('Jupyter.display')]: () => { const o: any = {}; o.o = o; return o } })", "TypeError"],
  ["({ then(done: (value: number) => void) { done(1) } })", "ok"],
  ["Object.setPrototypeOf({ a: 1 }, Object.setPrototypeOf({}, null))", "ok"],
  ["Object.setPrototypeOf(function f() {}, null)", "ok"],
  ["Object.defineProperty({}, 'constructor', { get() { throw new Error('constructor') } })", "ok"],
  ["Object.defineProperty(class {}, 'name', { get() { throw new Error('name') } })", "Error"],
  ["(function deep(n: number): number { return deep(n + 1) + 1 })(0)", "RangeError"],
  ["let nest: any = []; for (let i = 0; i < 100_000; i++) nest = [nest]; nest", "ok"],
  ["let chain: Error = new Error('0'); for (let i = 1; i < 2000; i++) chain = new Error(String(i), { cause: chain }); throw chain", "Error"],
  ["'x'.repeat(2 ** 30)", "RangeError"],
  ["new Array(-1)", "RangeError"],
  ["new ArrayBuffer(Number.MAX_SAFE_INTEGER)", "RangeError"],
  ["Array.from({ length: 1e5 }, (_, i) => i)", "ok"],
  ["new Float64Array(1e6)", "ok"],
  ["console.log('x'.repeat(2e6));", "ok"],
  ["for (let i = 0; i < 5000; i++) console.log(i);", "ok"],
  ["process.stdout.write(new Uint8Array([0xff, 0xfe, 0xed, 0xa0, 0x80]));", "ok"],
  ["process.stdout.write('no end of line')", "ok"],
  ["console.log('%s %d %o %%', Symbol('s'), 1n, { a: 1 })", "ok"],
  ["console.table([[1, 2], [3, 4]]); console.dir({ a: 1 }); console.group('g'); console.groupEnd(); console.assert(false)", "ok"],
  ["await Promise.reject(new Error('rejected'))", "Error"],
  ["await Promise.reject()", "Uncaught"],
  ["await Promise.reject(null)", "Uncaught"],
  ["await ({ then(_: unknown, fail: (error: unknown) => void) { fail(Symbol('s')) } } as any)", "Uncaught"],
  ["await Promise.all([Promise.reject(new Error('one')), Promise.reject(new Error('two'))])", "Error"],
  ["await (async () => { await null; throw new TypeError('deep') })()", "TypeError"],
  ["void Promise.reject(new Error('nobody waits'))", "ok"],
  ["void Promise.reject(undefined); void Promise.reject(Symbol('s'))", "ok"],
  ["new Promise(() => {})", "ok"],
  ["setTimeout(() => { throw null }, 0); await new Promise((done) => setTimeout(done, 30))", "ok"],
  ["process.nextTick(() => { throw new Error('tick') }); await null", "ok"],
  ["queueMicrotask(() => { throw new Error('task') }); await null", "ok"],
  ["process.emitWarning('odd'); process.emit('warning' as any, new Error('w') as any)", "ok"],
  ["process.emit('SIGINT'); await new Promise(() => {})", "KeyboardInterrupt"],
  ["require('events').EventEmitter.prototype.emit.call(process, 'uncaughtException', 5)", "ok"],
  ["new (require('events'))().emit('error', new Error('emitted'))", "Error"],
  ["throw 'text'", "Uncaught"],
  ["throw undefined", "Uncaught"],
  ["throw Object.assign(new Error('x'), { name: '' })", "Error"],
  ["throw new DOMException('d', 'AbortError')", "AbortError"],
  ["throw new (class extends Error { name = 'OwnError' })('own')", "OwnError"],
  ["new Function('return function* () { throw new SyntaxError(\"made\") }')()().next()", "SyntaxError"],
  ["eval('let = = 1')", "SyntaxError"],
  ["eval('1 + 1')", "ok"],
  ["new Function('a', 'return a')(1)", "ok"],
  ["require('vm').runInNewContext('throw new Error(\"elsewhere\")')", "Error"],
  ["require('./none-of-these')", "Error"],
  ["await import('node:none-of-these' as string)", "Error"],
  ["require('child_process').execSync('exit 3', { stdio: 'ignore' })", "Error"],
  ["new (require('worker_threads').Worker)('throw new Error(\"in a worker\")', { eval: true }).on('error', () => {}); await new Promise((done) => setTimeout(done, 200))", "ok"],
  ["Object.freeze(Atomics); Object.freeze(console)", "ok"],
  ["delete (globalThis as any).setTimeout; delete (globalThis as any).fetch; delete (globalThis as any).URL", "ok"],
  ["(globalThis as any).exports = (globalThis as any).module = 1; delete (globalThis as any).exports; delete (globalThis as any).module", "ok"],
  ["Object.defineProperty(globalThis, 'console', { value: console, writable: false, configurable: true })", "ok"],
  ["const undefinedName = typeof nowhere", "TypeScriptError"],
  ["return 5", "TypeScriptError"],
  ["const a = ;", "TypeScriptError"],
  ["if (", "TypeScriptError"],
  ["`${`${`", "TypeScriptError"],
  ["%matplotlib inline", "TypeScriptError"],
  ["!ls", "TypeScriptError"],
  ["import x from 'no-such-package-at-all'", "TypeScriptError"],
  ["var tsLastExpr = 5; tsLastExpr", "ok"],
  ["const exports = 1", "SyntaxError"],
  ["let a = 1; let a = 2", "TypeScriptError"],
  ["with ({}) {}", "TypeScriptError"],
];

describe("an odd cell", () => {
  it.each(CELLS)("%j ends %s, and the next one runs", async (code, ending) => {
    const { status, ename } = (await kernel.run(code)).reply.content;
    expect(status === "ok" ? status : ename).toBe(ending);
    await expectSound(code);
  });
});

it("a cell that ends the process within a promise has said what it printed, and nothing hangs", async () => {
  const other = await KernelUnderTest.start(folder);
  other.sendCell("console.log('last words'); Promise.resolve().then(() => process.exit(4)); await new Promise(() => {})");
  await other.ended(20_000); // It may have to load the compiler first.
  expect(other.process.exitCode).toBe(4);
  await other.until(() => other.published.some(({ content }) => content["text"] === "last words\n"), "the last words");
  other.close();
});

describe("what the kernel rests on", () => {
  it.each([
    "JSON.stringify = () => { throw new Error('broken') }",
    "JSON.stringify = (() => undefined) as any",
    "JSON.parse = null as any",
    "Array.prototype.push = () => 0",
    "delete (Array.prototype as any).map",
    "(Array.prototype as any)[Symbol.iterator] = null",
    "Array.prototype.join = null as any",
    "String.prototype.split = String.prototype.replace = null as any",
    "Map.prototype.get = () => undefined",
    "Set.prototype.has = Set.prototype.add = () => { throw 1 }",
    "Promise.prototype.then = () => { throw new Error('then') }",
    "(globalThis as any).Promise = (globalThis as any).Map = undefined",
    "(globalThis as any).Object = null",
    "Object.keys = Object.assign = Object.defineProperty = null as any",
    "Function.prototype.call = Function.prototype.apply = Function.prototype.bind = null as any",
    "RegExp.prototype.exec = RegExp.prototype.test = () => { throw 1 }",
    "Object.setPrototypeOf(Array.prototype, null)",
    "(Object.prototype as any).get = 5",
    "(Object.prototype as any).then = () => {}",
    "(Object.prototype as any).toJSON = () => 1",
    "Object.defineProperty(Object.prototype, 'value', { get() { throw 1 } , configurable: true })",
    "(globalThis as any).process = undefined",
    "(globalThis as any).__tslab__ = null",
    "Error.prepareStackTrace = () => { throw 1 }; try { throw new Error('x') } catch (e) {} Error.prepareStackTrace = undefined",
    "process.removeAllListeners()",
    "setTimeout(() => { throw new Error('stray') }, 1); await new Promise((done) => setTimeout(done, 50))",
    "process.stdout.write = process.stderr.write = null as any; setTimeout(() => { throw new Error('stray') }, 1); await new Promise((done) => setTimeout(done, 50))",
    "process.stdout.write = process.stderr.write = null as any",
  ])("%s", async (code) => {
    expect(["ok", "error"]).toContain((await kernel.run(code)).reply.content["status"]);
    await expectSound(code);
  });

  it("is said when it is put back", async () => {
    const answer = await kernel.run("Array.prototype.push = () => 0;");
    expect(streamText(answer, "stderr")).toBe("The kernel itself needs what a cell has replaced, and has put it back: Array.prototype.push\n");
  });

  it("does not include what people replace on purpose", async () => {
    await kernel.run("Math.random = () => 0.25; (Array.prototype as any).own = 1;");
    expect(await plain("[Math.random(), (Array.prototype as any).own]")).toBe("[ 0.25, 1 ]");
    await kernel.run("delete (Array.prototype as any).own;");
  });
});

describe("a name whose cell failed", () => {
  it("is not undefined: the cell is named that must run first", async () => {
    const count = (await kernel.run("const got = 1;\nif (got) throw new Error('stop');\nconst missed = 2; class Missed {} function late() {} let unset: number | undefined;")).reply.content["execution_count"];
    expect(await plain("got")).toBe("1");
    for (const code of ["missed", "missed + 1", "new Missed()", "[1].map(() => missed)", "`${missed}`"]) {
      expect(await evalueOf(code)).toMatch(new RegExp(`^\\w+ has no value: Cell \\[${count}\\], which defines it, failed before it got there; mend it and run it again$`));
    }
    // A function is there from the beginning, as everywhere in JavaScript.
    expect(await plain("[late()]")).toBe("[ undefined ]");
    await kernel.run("const missed = 3; class Missed { a = 4 }");
    expect(await plain("[missed, new Missed().a]")).toBe("[ 3, 4 ]");
  });

  it("is undefined where the cell has left it so", async () => {
    await kernel.run("let unset: number | undefined; const nothing = undefined;");
    expect(await plain("[unset, nothing]")).toBe("[ undefined, undefined ]");
    expect(await plain("unset = 5; [unset]")).toBe("[ 5 ]");
  });

  it("keeps no value from a run before", async () => {
    await kernel.run("let fail = false;");
    const cell = "const redone = (() => { if (fail) throw new Error('now'); return 1 })();";
    await kernel.run(cell);
    expect(await plain("redone")).toBe("1");
    await kernel.run("fail = true;");
    await kernel.run(cell);
    expect(await evalueOf("redone")).toContain("redone has no value: Cell [");
  });

  it("may be missing because the cell was interrupted", async () => {
    const id = kernel.sendCell("console.log('go'); for (;;); const never = 1;");
    await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "stream"), "go");
    kernel.send("interrupt_request", {}, "control");
    await kernel.answer(id);
    expect(await evalueOf("never")).toMatch(/was interrupted before it got there; run it again$/);
  });
});

describe("code from files", () => {
  it("may export what it declares", async () => {
    const code = "export const ex = 3;\nexport default { a: 1 };\nexport function ff() { return ex }\nexport { basename } from 'path';\nexport interface I { a: number }\nexport type { I as J };\nexport class K {}\nexport enum E { A = 7 }\nexport { ff as other };";
    expect((await kernel.run(code)).reply.content["status"]).toBe("ok");
    expect(await plain("const i: I = { a: 1 }; [ex, ff(), basename('/a/b'), i.a, new K() instanceof K, E.A]")).toBe("[ 3, 3, 'b', 1, true, 7 ]");
    expect((await kernel.run("export default function () { return 1 }")).reply.content["status"]).toBe("ok");
    expect((await kernel.run("export default class Named { a = 1 }")).reply.content["status"]).toBe("ok");
    expect(await plain("new Named().a")).toBe("1");
  });

  it("is marked in its own line, and nowhere else", async () => {
    const count = (await kernel.run("1")).reply.content["execution_count"] + 1;
    const trace = await traceOf("const fine = 1;\nexport const ex: number = 'a';");
    expect(trace.filter((line) => line.startsWith("TypeScriptError"))).toEqual([`TypeScriptError: Cell [${count}], line 2, column 14: Type 'string' is not assignable to type 'number'. (TS2322)`]);
    expect(trace).toContain("> 2 | export const ex: number = 'a';");
  });

  it("that is wrong is shown, in a cell that stands for a module, or after the folder was changed", async () => {
    const wrong = "/** @module wrongModule */\nexport const n: number = 'x';";
    const lines = ["TypeScriptError: wrongModule.ts, line 2, column 14: Type 'string' is not assignable to type 'number'. (TS2322)", "  1 | /** @module wrongModule */", "> 2 | export const n: number = 'x';", "    |              ^"];
    expect(await traceOf(wrong)).toEqual(lines);
    expect(await traceOf("import { n } from './wrongModule';\nn")).toEqual(lines);
    writeFileSync(join(folder, "wrongFile.ts"), "export const n: number = 'x';\n");
    await kernel.run("process.chdir('/')");
    expect(await traceOf("import { n as m } from './wrongFile';\nm")).toContain("> 1 | export const n: number = 'x';");
    await kernel.run(`process.chdir(${JSON.stringify(folder)})`);
  });

  it("may be too deep for the compiler, which goes on", async () => {
    for (const code of [`${"[".repeat(5000)}${"]".repeat(5000)}`, `1${" + 1".repeat(3000)}`]) {
      expect(await evalueOf(code)).toBe("this is nested too deep, or too long, for the compiler; write it in parts");
      expect(await plain("1 + 1")).toBe("2");
    }
  }, 180_000);
});
