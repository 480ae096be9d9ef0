import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { type Answer, KernelUnderTest, outputs, PROJECT, streamText } from "./kernelUnderTest.js";

const folder = temporaryFolder();
let kernel: KernelUnderTest;

beforeAll(async () => {
  writeFileSync(join(folder, "beside.ts"), "export interface A { a: number }\n\nexport const half = ({ a }: A): number => {\n  if (a < 0) throw new RangeError('negative');\n  return a / 2;\n};\n");
  writeFileSync(join(folder, "wrong.ts"), "export const n: number = 'x';\n");
  writeFileSync(join(folder, "plain.js"), "export const four = 4;\n");
  kernel = await KernelUnderTest.start(folder);
}, 120_000);
afterAll(async () => {
  await kernel.stop();
  rmSync(folder, { recursive: true });
});

const resultOf = (answer: Answer): unknown => outputs(answer).find((message) => message.type === "execute_result")?.content["data"];
const plain = async (code: string): Promise<unknown> => (resultOf(await kernel.run(code)) as { "text/plain"?: string } | undefined)?.["text/plain"];
const errorOf = (answer: Answer): Record<string, any> | undefined => outputs(answer).find((message) => message.type === "error")?.content;

describe("output", () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, i) => `line ${i}\n`).join("");

  it("keeps 20,000 lines of one cell, in order", async () => {
    const answer = await kernel.run("for (let i = 0; i < 20000; i++) console.log('line', i);");
    expect(streamText(answer)).toBe(lines(20_000));
  });

  it("keeps 4,000 lines of 200 cells sent at once, and ends every one of them", async () => {
    await kernel.run("let line = 0;");
    const ids = Array.from({ length: 200 }, () => kernel.sendCell("for (let i = 0; i < 20; i++) console.log('line', line++);"));
    const answers = await Promise.all(ids.map((id) => kernel.answer(id)));
    expect(answers.map((answer) => streamText(answer)).join("")).toBe(lines(4000));
    for (const { published } of answers) expect(published.at(-1)!.content).toEqual({ execution_state: "idle" });
  });

  it("keeps 5,000 updates of a display", async () => {
    const answer = await kernel.run("const shown = require('tslab').newDisplay(); for (let i = 0; i < 5000; i++) shown.text('n' + i);");
    const messages = outputs(answer);
    expect(messages.map((message) => message.content["data"]["text/plain"])).toEqual(Array.from({ length: 5000 }, (_, i) => `n${i}`));
    expect(messages.slice(0, 2).map((message) => message.type)).toEqual(["display_data", "update_display_data"]);
  });

  it("keeps stdout, stderr, displays and the result in order", async () => {
    const answer = await kernel.run("console.log('a'); console.error('b'); require('tslab').display.html('<c>'); process.stdout.write('d'); 'e'");
    expect(outputs(answer).map(({ type, content }) => content["text"] ?? content["data"] ?? type)).toEqual([
      "a\n",
      "b\n",
      { "text/html": "<c>" },
      "d",
      { "text/plain": "'e'" },
    ]);
  });

  it("belongs to the cell that started it, also when it comes later", async () => {
    const first = await kernel.run("setTimeout(() => console.log('late'), 100);");
    const second = await kernel.run("await new Promise((done) => setTimeout(done, 300)); console.log('own');");
    expect(streamText(second)).toBe("own\n");
    const late = kernel.published.filter((message) => message.content["text"] === "late\n");
    expect(late.map((message) => message.parentId)).toEqual([first.id]);
  });

  it("shows an error that no cell waits for", async () => {
    const answer = await kernel.run("setTimeout(() => { throw new Error('stray') }, 5); await new Promise((done) => setTimeout(done, 100));");
    expect(streamText(answer, "stderr")).toMatch(/^Uncaught exception: Error: stray\nCell \[\d+\], line 1\n/);
  });
});

describe("the last expression", () => {
  it.each([
    ["1 + 1", "2"],
    ["1 + 1 // ;", "2"],
    ["({ a: 'x' })", "{ a: 'x' }"],
    ["1 + 1;", undefined],
    ["undefined", undefined],
    ["null", undefined],
    ["const unused = 1", undefined],
    ["await Promise.resolve(3)", "3"],
    ["await (Promise.resolve(4))", "4"],
    ["await [5]", "[ 5 ]"],
    ["for await (const x of [Promise.resolve(1)]) { console.log(x); }\n'done'", "'done'"],
    ["if (await Promise.resolve(true)) { console.log(1); }\n6", "6"],
    ["({ [Symbol.for('nodejs.util.inspect.custom')]: () => 'custom' })", "custom"],
  ])("of %j shows %j", async (code, text) => {
    expect(await plain(code)).toBe(text);
  });

  it("shows itself as it wishes", async () => {
    const answer = await kernel.run("({ [Symbol.for('Jupyter.display')]: async () => ({ 'text/html': '<b>', 'image/png': new Uint8Array([1]) }) })");
    expect(resultOf(answer)).toEqual({ "text/html": "<b>", "image/png": "AQ==" });
    expect(outputs(answer)[0].content["execution_count"]).toBe(answer.reply.content["execution_count"]);
  });

  it("fails the cell when showing it fails", async () => {
    const answer = await kernel.run("({ [Symbol.for('Jupyter.display')]() { throw new Error('no picture'); } })");
    expect(errorOf(answer)).toMatchObject({ ename: "Error", evalue: "no picture" });
  });
});

describe("an error", () => {
  it("shows the user's line, whichever cell it is in, and no frames of the kernel or of Node", async () => {
    const defined = await kernel.run("interface Unused { a: 1 }\n\nfunction fail(n: number): never {\n  throw new RangeError(`bad ${n}`);\n}");
    const answer = await kernel.run("const before = 1;\nfail(2);");
    const [d, c] = [defined.reply.content["execution_count"], answer.reply.content["execution_count"]];
    expect(errorOf(answer)).toEqual({
      ename: "RangeError",
      evalue: "bad 2",
      traceback: [
        "RangeError: bad 2",
        `Cell [${d}], line 4`,
        "  2 |",
        "  3 | function fail(n: number): never {",
        "> 4 |   throw new RangeError(`bad ${n}`);",
        "    |         ^",
        "  5 | }",
        "",
        `    at fail (Cell [${d}]:4:9)`,
        `    at Cell [${c}]:2:1`,
      ],
    });
    expect(answer.reply.content).toEqual({ status: "error", execution_count: c, ...errorOf(answer) });
  });

  it("shows where an asynchronous function was awaited", async () => {
    const answer = await kernel.run("async function later() {\n  await null;\n  throw new Error('later');\n}\nawait later();");
    const count = answer.reply.content["execution_count"];
    expect(errorOf(answer)!["traceback"].slice(-2)).toEqual([`    at later (Cell [${count}]:3:9)`, `    at async Cell [${count}]:5:1`]);
  });

  it("shows both ends of a long trace", async () => {
    const answer = await kernel.run("const deep = (n: number): number => {\n  if (n === 0) throw new Error('deep');\n  return deep(n - 1) + 1;\n};\ndeep(40);");
    const count = answer.reply.content["execution_count"];
    // From Node 24 on, util.inspect folds equal lines too.
    const trace = errorOf(answer)!["traceback"];
    expect(trace).toContain(`    at deep (Cell [${count}]:2:22)`);
    expect(trace).toContain("    ... 30 more");
    expect(trace.at(-1)).toBe(`    at Cell [${count}]:5:1`);
    expect(trace.length).toBeLessThan(25);
  });

  it("shows causes and other things that are thrown", async () => {
    const caused = await kernel.run("throw new Error('outer', { cause: new TypeError('inner') });");
    expect(errorOf(caused)!["traceback"].join("\n")).toContain("[cause]: TypeError: inner");
    expect(errorOf(await kernel.run("throw 'text'"))).toEqual({ ename: "Uncaught", evalue: "'text'", traceback: ["Uncaught: 'text'"] });
  });

  it("leaves what was defined before it", async () => {
    await kernel.run("const survivor = 7;\nthrow new Error('stop');");
    expect(await plain("survivor")).toBe("7");
  });

  it("of types is a TypeScriptError with the marked source line", async () => {
    const answer = await kernel.run("const fine = 1;\nlet n: number = 'a';");
    const count = answer.reply.content["execution_count"];
    expect(errorOf(answer)).toEqual({
      ename: "TypeScriptError",
      evalue: `Cell [${count}], line 2, column 5: Type 'string' is not assignable to type 'number'. (TS2322)`,
      traceback: [
        `TypeScriptError: Cell [${count}], line 2, column 5: Type 'string' is not assignable to type 'number'. (TS2322)`,
        "  1 | const fine = 1;",
        "> 2 | let n: number = 'a';",
        "    |     ^",
      ],
    });
  });
});

describe("the protocol", () => {
  it("aborts the cells that wait when one fails, and runs those that come after", async () => {
    const ids = ["throw new Error('first')", "console.log('second')", "console.log('third')"].map((code) => kernel.sendCell(code));
    const [first, second, third] = await Promise.all(ids.map((id) => kernel.answer(id)));
    expect(first!.reply.content["status"]).toBe("error");
    expect([second!.reply.content, third!.reply.content]).toEqual([{ status: "aborted" }, { status: "aborted" }]);
    expect(outputs(second!)).toEqual([]);
    expect(await plain("'next'")).toBe("'next'");
  });

  it("runs what is sent as soon as an error is seen", async () => {
    for (let i = 0; i < 10; i++) {
      const failing = kernel.sendCell("throw new Error('seen')");
      await kernel.until(() => kernel.published.some((message) => message.parentId === failing && message.type === "error"), "error");
      expect((await kernel.run("1")).reply.content["status"]).toBe("ok");
    }
  });

  it("goes on after an error when asked to", async () => {
    const ids = ["throw new Error('first')", "'second'"].map((code) => kernel.sendCell(code, { stop_on_error: false }));
    const [first, second] = await Promise.all(ids.map((id) => kernel.answer(id)));
    expect([first!.reply.content["status"], second!.reply.content["status"]]).toEqual(["error", "ok"]);
  });

  it("counts what is stored, and publishes nothing for what is silent", async () => {
    const count = async (options: object): Promise<number> => (await kernel.run("1", options)).reply.content["execution_count"];
    const start = await count({});
    expect(await count({ store_history: false })).toBe(start);
    expect(await count({ silent: true })).toBe(start);
    expect(await count({})).toBe(start + 1);
    const silent = await kernel.run("console.log('unseen'); 5", { silent: true });
    expect(silent.published.map(({ type }) => type)).toEqual(["status", "status"]);
    const failed = await kernel.run("throw new Error('unseen')", { silent: true });
    expect(failed.published.map(({ type }) => type)).toEqual(["status", "status"]);
    expect(failed.reply.content).toMatchObject({ status: "error", ename: "Error", evalue: "unseen" });
  });

  it("echoes the input and frames every request with busy and idle", async () => {
    const { published, reply } = await kernel.run("2");
    const execution_count = reply.content["execution_count"];
    expect(published.map(({ type }) => type)).toEqual(["status", "execute_input", "execute_result", "status"]);
    expect(published[0].content).toEqual({ execution_state: "busy" });
    expect(published[1].content).toEqual({ code: "2", execution_count });
    expect(reply.content).toEqual({ status: "ok", execution_count, payload: [], user_expressions: {} });
  });

  it("says what it is, on both channels", async () => {
    const { reply } = await kernel.ask("kernel_info_request", {});
    expect(reply.content).toMatchObject({
      status: "ok",
      protocol_version: "5.3",
      implementation: "two-layer-net",
      language_info: { name: "typescript", version: "5.9.3", file_extension: ".ts", pygments_lexer: "typescript" },
    });
    expect(reply.content["banner"]).toContain(`tslab 1.0.22, Node ${process.version}`);
    expect((await kernel.ask("kernel_info_request", {}, "control")).reply.content).toEqual(reply.content);
  });

  it("completes, inspects and knows whether code is complete", async () => {
    await kernel.run("const record = { alpha: 1, beta: 'x' };");
    const completion = await kernel.ask("complete_request", { code: "'😀'; record.al", cursor_pos: 15 });
    expect(completion.reply.content).toMatchObject({ status: "ok", matches: ["alpha"], cursor_start: 12, cursor_end: 14 });
    const inspection = await kernel.ask("inspect_request", { code: "record", cursor_pos: 3, detail_level: 0 });
    expect(inspection.reply.content["data"]["text/plain"]).toContain("alpha: number");
    expect((await kernel.ask("is_complete_request", { code: "f(" })).reply.content["status"]).toBe("incomplete");
    expect((await kernel.ask("is_complete_request", { code: "f()" })).reply.content["status"]).toBe("complete");
  });

  it("answers the rest that clients ask, and ends a request that it does not know", async () => {
    expect((await kernel.ask("comm_info_request", {})).reply.content).toEqual({ status: "ok", comms: {} });
    expect((await kernel.ask("history_request", {})).reply.content).toEqual({ status: "ok", history: [] });
    const unknown = kernel.send("comm_open", {});
    await kernel.until(() => kernel.published.some(({ parentId, content }) => parentId === unknown && content["execution_state"] === "idle"), "idle");
  });

  it("ignores a message with a wrong signature", async () => {
    const forged = kernel.send("execute_request", { code: "console.log('forged')" }, "shell", "0".repeat(64));
    await kernel.run("1");
    expect(kernel.published.filter((message) => message.parentId === forged)).toEqual([]);
  });

  it("answers heartbeats while a cell blocks it", async () => {
    const id = kernel.sendCell("console.log('blocked'); const until = Date.now() + 1500; while (Date.now() < until);");
    await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "stream"), "stream");
    expect(await kernel.beat("thump")).toBe("thump");
    expect(kernel.published.some((message) => message.parentId === id && message.content["execution_state"] === "idle")).toBe(false);
    await kernel.answer(id);
  });
});

describe("what a cell declares global", () => {
  it("is known to those behind it, as a name of the global object, until a cell declares it anew", async () => {
    const code = "declare global { interface Array<T> { third(): T } var counted: number }\nArray.prototype.third = function () { return this[2] };\nglobalThis.counted = 1; [1, 2, 3].third()";
    expect(await plain(code)).toBe("3");
    await kernel.run("counted = 7;");
    await kernel.run("1;");
    expect(await plain("[counted, globalThis.counted, ['a', 'b', 'c'].third()]")).toBe("[ 7, 7, 'c' ]");
    expect(await plain("declare global { var counted: string }\ncounted = 'x'; counted.length")).toBe("1");
    await kernel.run("delete (Array.prototype as any).third;");
  });

  it("need not be right where the cell says so", async () => {
    expect(await plain("// A title\n// @ts-nocheck\nconst unchecked: number = 'text'; unchecked")).toBe("'text'");
    expect(errorOf(await kernel.run("// @ts-nocheck\nconst a = ;"))!["evalue"]).toContain("Expression expected. (TS1109)");
    expect(errorOf(await kernel.run("1; // @ts-nocheck\nconst b: number = 'text';"))!["evalue"]).toContain("(TS2322)");
  });
});

describe("the notebook's folder", () => {
  it("is the working directory", async () => {
    expect(await plain("process.cwd()")).toBe(`'${folder}'`);
  });

  it("holds files that cells import, .ts and .js, with positions of their own", async () => {
    expect(await plain("import { half } from './beside'; half({ a: 3 })")).toBe("1.5");
    expect(await plain("import { four } from './plain.js'; four")).toBe("4");
    const failed = errorOf(await kernel.run("half({ a: -1 })"));
    expect(failed!["traceback"]).toContain(`    at half (${join(folder, "beside.ts")}:4:20)`);
    const refused = errorOf(await kernel.run("import { n } from './wrong';\nn"));
    expect(refused!["evalue"]).toBe("wrong.ts, line 1, column 14: Type 'string' is not assignable to type 'number'. (TS2322)");
  });

  it("can get a package that a cell has missed, and other files beside it", async () => {
    expect(errorOf(await kernel.run("import { seven } from 'late';\nseven"))!["evalue"]).toMatch(/Cannot find module 'late'/);
    const late = join(folder, "node_modules", "late");
    mkdirSync(late, { recursive: true });
    writeFileSync(join(late, "package.json"), '{ "name": "late", "main": "index.js", "types": "index.d.ts" }');
    writeFileSync(join(late, "index.d.ts"), "export declare const seven: number;\n");
    writeFileSync(join(late, "index.js"), "exports.seven = 7;\n");
    // The kernel hears of it some time later; till then the cell misses it, and nothing else goes wrong.
    const outcomes: unknown[] = [];
    await expect.poll(async () => {
      const answer = await kernel.run("import { seven } from 'late';\nseven");
      outcomes.push(errorOf(answer)?.["evalue"].split(" or ")[0] ?? resultOf(answer));
      return outcomes.at(-1);
    }, { timeout: 20_000, interval: 200 }).toEqual({ "text/plain": "7" });
    expect(new Set(outcomes.slice(0, -1)).size).toBeLessThan(2);
  });

  it("holds files that import each other, and files that are imported for what they do", async () => {
    writeFileSync(join(folder, "one.ts"), "import { two } from './two';\nexport const one = 1;\nexport const both = (): number => one + two;\nexport const fails = (): never => { throw new Error('here') };\n");
    writeFileSync(join(folder, "two.ts"), "import { one } from './one';\nexport const two = 2;\nexport const late = (): number => one;\n");
    expect(await plain("import { both, fails } from './one'; import { late } from './two'; [both(), late()]")).toBe("[ 3, 1 ]");
    expect(errorOf(await kernel.run("fails()"))!["traceback"]).toContain(`    at fails (${join(folder, "one.ts")}:4:43)`);
    writeFileSync(join(folder, "side.ts"), "(globalThis as any).sides = ((globalThis as any).sides ?? 0) + 1;\n");
    expect(await plain("import './side'; (globalThis as any).sides")).toBe("1");
  });

  it("may hold a file that fails at first, and is loaded again", async () => {
    writeFileSync(join(folder, "fails.ts"), "if (!(globalThis as any).ready) throw new Error('not yet');\nexport const is = 4;\n");
    expect(errorOf(await kernel.run("import { is } from './fails'; is"))!["evalue"]).toBe("not yet");
    expect(await plain("(globalThis as any).ready = true; import { is } from './fails'; is")).toBe("4");
  });

  it("may lie outside of the library's", async () => {
    const { evalue } = errorOf(await kernel.run("import { array } from 'two-layer-net';")) as { evalue: string };
    expect(evalue).toMatch(/^Cell \[\d+\], line 1, column 23: Cannot find module 'two-layer-net' .* \(TS2307\); the notebook lies outside of /);
    expect(evalue).toContain(`; the notebook lies outside of ${PROJECT}, where the library is: move it into ${PROJECT}/notebooks, or run npm install "${PROJECT}" once in the notebook's folder and restart the kernel`);
  });

  it("can have cells that stand for modules", async () => {
    await kernel.run("/** @module area */\nexport const square = (a: number): number => a * a;");
    expect(await plain("import { square } from './area'; square(3)")).toBe("9");
  });

  it("has no browser", async () => {
    expect(errorOf(await kernel.run("/** @browser */\n1"))!["evalue"]).toBe("@browser: expected a cell for the kernel, got one for a browser; leave the tag out");
  });
});
