/** How the kernel answers its requests, without sockets or a process of its own: kernel.test.ts has the whole program. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { KernelInProcess, type Sent } from "./kernelInProcess.js";

let kernel: KernelInProcess;
const own = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
// tslab's compiler takes a while to begin.
beforeAll(() => void (kernel = new KernelInProcess({ status: "ok", implementation: "this one" })), 120_000);
afterAll(() => {
  kernel.close();
  for (const { stream, write } of own) stream.write = write;
});
afterEach(() => void Reflect.deleteProperty(globalThis, "late"));

/** What follows busy and precedes idle, as [type, content]. */
function between(sent: readonly Sent[]): [type: string, content: Record<string, unknown>][] {
  expect(sent[0]).toMatchObject({ type: "status", content: { execution_state: "busy" } });
  expect(sent.at(-1)).toMatchObject({ type: "status", content: { execution_state: "idle" } });
  return sent.slice(1, -1).map(({ type, content }) => [type, content]);
}

const reply = (sent: readonly Sent[]) => sent.find(({ to }) => to === "shell")!;

test("a cell's input, output, value and reply come in this order", async () => {
  const sent = await kernel.run("process.stdout.write('out');\nprocess.stderr.write('err');\n[1, 'a']");
  const count = reply(sent).content["execution_count"];
  expect(between(sent)).toEqual([
    ["execute_input", { code: "process.stdout.write('out');\nprocess.stderr.write('err');\n[1, 'a']", execution_count: count }],
    ["stream", { name: "stdout", text: "out" }],
    ["stream", { name: "stderr", text: "err" }],
    ["execute_result", { execution_count: count, data: { "text/plain": "[ 1, 'a' ]" }, metadata: {} }],
    ["execute_reply", { status: "ok", user_expressions: {}, payload: [], execution_count: count }],
  ]);
  expect(sent.every(({ to, type }) => (to === "shell") === (type === "execute_reply"))).toBe(true);
});

test("cells count up, those without history do not; a silent one says nothing", async () => {
  const count = async (options = {}) => reply(await kernel.run("1;", options)).content["execution_count"] as number;
  const first = await count();
  expect([await count(), await count({ store_history: false }), await count({ silent: true }), await count()]).toEqual([
    first + 1, first + 1, first + 1, first + 2,
  ]);
  const silent = await kernel.run("process.stdout.write('x'); 5", { silent: true });
  expect(between(silent).map(([type]) => type)).toEqual(["execute_reply"]);
});

test("an error is published and replied; what waits behind it is aborted, and the next request runs", async () => {
  const failing = kernel.sendCell("throw new RangeError('too much')");
  const waiting = [kernel.sendCell("1"), kernel.send("kernel_info_request"), kernel.sendCell("2", { stop_on_error: false })];
  const failed = await kernel.answer(failing);
  const error = { ename: "RangeError", evalue: "too much", traceback: expect.any(Array) };
  expect(between(failed).slice(1)).toEqual([
    ["error", error],
    ["execute_reply", { status: "error", ...error, execution_count: expect.any(Number) }],
  ]);
  const [one, info, two] = await Promise.all(waiting.map((id) => kernel.answer(id)));
  expect(between(one)).toEqual([["execute_reply", { status: "aborted" }]]);
  expect(between(two)).toEqual([["execute_reply", { status: "aborted" }]]);
  expect(reply(info).content).toEqual({ status: "ok", implementation: "this one" });
  expect(reply(await kernel.run("3")).content["status"]).toBe("ok");
});

test("a request that arrives unseen while an error is on its way out is aborted too", async () => {
  let late = "";
  Object.assign(globalThis, { late: () => (late = kernel.sendCell("'ran'")) });
  // Timers come right after immediates: when the error is due, what was sent still waits in the port, not in the kernel.
  const code = "setImmediate(() => { (globalThis as any).late(); const end = Date.now() + 200; while (Date.now() < end); });\nthrow new Error('first')";
  expect(reply(await kernel.run(code)).content["status"]).toBe("error");
  expect(late).not.toBe("");
  expect(between(await kernel.answer(late))).toEqual([["execute_reply", { status: "aborted" }]]);
});

test("where errors need not stop, those behind run", async () => {
  const failing = kernel.sendCell("throw new Error('expected')", { stop_on_error: false });
  const next = kernel.sendCell("'next'");
  expect(reply(await kernel.answer(failing)).content["status"]).toBe("error");
  expect(reply(await kernel.answer(next)).content["status"]).toBe("ok");
});

test("what a cell prints after its end is still its own", async () => {
  const first = kernel.sendCell("setTimeout(() => { process.stdout.write('late'); (globalThis as any).late(); }, 20);");
  const printed = new Promise<void>((resolve) => Object.assign(globalThis, { late: () => setTimeout(resolve, 20) }));
  await kernel.answer(first);
  await kernel.run("1");
  await printed;
  const texts = kernel.sent.filter(({ type, content }) => type === "stream" && content["text"] === "late");
  expect(texts.map(({ parent }) => parent)).toEqual([first]);
});

test("displays and their updates", async () => {
  const code = "import { display } from 'tslab';\nconst shown = display.text('a');\n1;";
  const sent = await kernel.run(code);
  expect(between(sent).map(([type]) => type)).toContain("display_data");
  const data = between(sent).find(([type]) => type === "display_data")![1];
  expect(data["data"]).toEqual({ "text/plain": "a" });
});

test("requests that ask nothing of cells", async () => {
  expect(reply(await kernel.ask("comm_info_request")).content).toEqual({ status: "ok", comms: {} });
  expect(reply(await kernel.ask("history_request")).content).toEqual({ status: "ok", history: [] });
  expect(reply(await kernel.ask("is_complete_request", { code: "f(" })).type).toBe("is_complete_reply");
  // Jupyter counts characters: a smiley is one, and two of JavaScript's units.
  const completed = reply(await kernel.ask("complete_request", { code: "'🙂'; Math.sqr", cursor_pos: 13 })).content;
  expect(completed).toMatchObject({ status: "ok", matches: expect.arrayContaining(["sqrt"]), cursor_start: 10, cursor_end: 13 });
  const inspected = reply(await kernel.ask("inspect_request", { code: "'🙂'; Math.sqrt", cursor_pos: 12, detail_level: 0 })).content;
  expect(inspected).toMatchObject({ status: "ok", found: true });
  expect(inspected["data"]).toEqual({ "text/plain": expect.stringMatching(/^\(method\) Math\.sqrt\(x: number\): number\n\nReturns the square root of a number\.\n/) });
  expect(between(await kernel.ask("unheard_of_request"))).toEqual([]);
});

test("what a client asks of values is answered behind the cell, each by itself", async () => {
  const user_expressions = { sum: "asked + 1", none: "undefined", wrong: "asked.x", throws: "(() => { throw new RangeError('no') })()", statement: "const a = 1", shows: "({ [Symbol.for('Jupyter.display')]: () => 5 })" };
  const sent = await kernel.run("const asked = 4;", { user_expressions });
  const { user_expressions: replies } = reply(sent).content as { user_expressions: Record<string, object> };
  expect(replies).toMatchObject({
    sum: { status: "ok", data: { "text/plain": "5" }, metadata: {} },
    none: { status: "ok", data: { "text/plain": "undefined" } },
    wrong: { status: "error", ename: "TypeScriptError" },
    throws: { status: "error", ename: "RangeError", evalue: "no" },
    statement: { status: "error", ename: "TypeScriptError" },
    shows: { status: "error", ename: "TypeError", evalue: expect.stringMatching(/^Jupyter\.display: /) },
  });
  expect(between(sent).map(([type]) => type)).toEqual(["execute_input", "execute_reply"]);
  expect(reply(await kernel.run("throw 1", { user_expressions })).content).not.toHaveProperty("user_expressions");
});

test("a comm of a target that nobody has is closed", async () => {
  expect(between(await kernel.ask("comm_open", { comm_id: "c1", target_name: "unheard.of", data: {} }))).toEqual([["comm_close", { comm_id: "c1", data: {} }]]);
});

test.each([["const a = `b", "incomplete"], ["`${1}", "incomplete"], ["/* a", "incomplete"], ["f(", "incomplete"], ["const a = `b`", "complete"], ["// `", "complete"]])("%j is %s", async (code, status) => {
  expect(reply(await kernel.ask("is_complete_request", { code })).content["status"]).toBe(status);
});

test("cells can be looked up, but for those that are not to be stored", async () => {
  const start = reply(await kernel.run("'first of all';")).content["execution_count"] as number;
  await kernel.run("'not stored';", { store_history: false });
  await kernel.run("'second'; // of all");
  const history = async (content: object): Promise<unknown> => reply(await kernel.ask("history_request", { output: false, raw: true, ...content })).content["history"];
  const both = [[1, start, "'first of all';"], [1, start + 1, "'second'; // of all"]];
  expect(await history({ hist_access_type: "tail", n: 2 })).toEqual(both);
  expect(await history({ hist_access_type: "range", session: 0, start, stop: start + 1 })).toEqual([both[0]]);
  expect(await history({ hist_access_type: "search", pattern: "*of all*", n: 1 })).toEqual([both[1]]);
  expect(await history({ hist_access_type: "tail", n: 1, output: true })).toEqual([[1, start + 1, ["'second'; // of all", null]]]);
});

describe("completion", () => {
  const matches = async (code: string): Promise<string[]> => {
    const cursor_pos = code.indexOf("|");
    const { content } = reply(await kernel.ask("complete_request", { code: code.replace("|", ""), cursor_pos }));
    expect(content["cursor_end"]).toBe(cursor_pos);
    return content["matches"] as string[];
  };

  test("of an import comes from the module that it names, or else from the library", async () => {
    expect(await matches("import { aff|")).toContain("affineForward");
    expect(await matches("import { zeros, aff|\nconst x = 1;")).toContain("affineForward");
    expect(await matches("import { lineFig| from 'two-layer-net/study'")).toContain("lineFigure");
    expect(await matches("import { aff| } from 'two-layer-net'")).toContain("affineForward");
    expect(await matches("import { basen| } from 'path'")).toEqual(["basename"]);
  });

  test("of nothing is what the cells have, without the names of every program", async () => {
    await kernel.run("const ownNumber = 1; function ownFunction(a: number) {}");
    const found = await matches("ownFunction(|");
    expect(found).toEqual(expect.arrayContaining(["ownFunction", "ownNumber"]));
    expect(found).not.toContain("Array");
    expect(await matches("ownFunction(Arr|")).toContain("Array");
    expect(await matches("(5).|")).toContain("toFixed");
  });
});

test.each([["new URL(|", "new (url: string"], ["Math.max(Math.sqrt(|", "Math.sqrt"], ["Math.max(Math.sqrt(1), |", "Math.max"]])("inside of parentheses, %s is about what is called", async (code, text) => {
  const { content } = reply(await kernel.ask("inspect_request", { code: code.replace("|", ""), cursor_pos: code.indexOf("|"), detail_level: 0 }));
  const { "text/plain": shown } = content["data"] as Record<string, string>;
  expect(shown.replace("(method) ", "")).toContain(text);
});

describe("an interrupt", () => {
  /** Starts a cell that waits, and resolves once it does. */
  const waiting = async (code: string): Promise<string> => {
    const begun = new Promise<void>((done) => Object.assign(globalThis, { late: done }));
    const id = kernel.sendCell(`${code}\nsetTimeout((globalThis as any).late, 0); await new Promise(() => {});`);
    await begun;
    return id;
  };

  test("ends a cell that waits, aborts those behind it, and means none that comes later", async () => {
    const id = await waiting("const half = 1; process.once('kernel:interrupt', () => process.stdout.write('so far'));");
    const behind = kernel.sendCell("'never'");
    await new Promise(setImmediate);
    kernel.interrupt();
    const error = { ename: "KeyboardInterrupt", evalue: "the cell was interrupted", traceback: expect.arrayContaining(["KeyboardInterrupt: the cell was interrupted"]) };
    const sent = await kernel.answer(id);
    expect(between(sent).slice(1)).toEqual([["stream", { name: "stdout", text: "so far" }], ["error", error], ["execute_reply", { status: "error", ...error, execution_count: expect.any(Number) }]]);
    expect(between(await kernel.answer(behind))).toEqual([["execute_reply", { status: "aborted" }]]);
    const next = await kernel.run("half");
    expect(between(next)[1]![1]["data"]).toEqual({ "text/plain": "1" });
    expect(kernel.kernel.heedInterrupt()).toBe(false);
  });

  test("stops what its cell has left in timers, and what it would have printed", async () => {
    const id = await waiting("setTimeout(() => process.stdout.write('timer'), 300); Promise.resolve().then(() => new Promise((done) => queueMicrotask(done as () => void))).then(() => 1);");
    kernel.interrupt();
    await kernel.answer(id);
    await kernel.run("await new Promise((done) => setTimeout(done, 330));");
    expect(kernel.sent.filter(({ parent, type }) => parent === id && type === "stream")).toEqual([]);
  });

  test("that means a cell which has not begun ends it before it does", async () => {
    const id = kernel.sendCell("process.stdout.write('never')");
    expect(kernel.interrupt()).toBeUndefined();
    const sent = await kernel.answer(id);
    expect(reply(sent).content).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
    expect(sent.filter(({ type }) => type === "stream")).toEqual([]);
    expect(reply(await kernel.run("1")).content["status"]).toBe("ok");
  });

  test("that finds nothing to stop leaves the next cell alone", async () => {
    expect(kernel.interrupt()).toBeUndefined();
    await new Promise(setImmediate);
    expect(kernel.interrupt()).toBeUndefined();
    expect(reply(await kernel.run("1")).content["status"]).toBe("ok");
  });
});

test("a cell asks, and gets the answer to its own question", async () => {
  kernel.reply(0, "nobody's");
  kernel.reply(1, "Ada");
  const sent = await kernel.run("prompt('Name? ')", { allow_stdin: true });
  expect(between(sent).map(([type, content]) => [type, content["prompt"] ?? content["data"]]).slice(1, 3)).toEqual([["input_request", "Name? "], ["execute_result", { "text/plain": "'Ada'" }]]);
  expect(reply(await kernel.run("prompt('Name? ')")).content["evalue"]).toMatch(/^prompt: expected a notebook that somebody looks at/);
});

test("a cell that has ended asks nobody, though another one runs", async () => {
  const first = kernel.sendCell("setTimeout(() => { try { prompt('Name? '); } catch (error) { process.stdout.write((error as Error).message); } }, 20);", { allow_stdin: true });
  await kernel.answer(first);
  for (let question = 2; question < 9; question++) kernel.reply(question, "nobody's");
  const second = await kernel.run("await new Promise((done) => setTimeout(done, 80));", { allow_stdin: true });
  expect(between(second).map(([type]) => type)).toEqual(["execute_input", "execute_reply"]);
  const texts = kernel.sent.filter(({ parent, type }) => parent === first && type === "stream").map(({ content }) => content["text"]);
  expect(texts).toEqual(["prompt: expected a cell that still runs, got one that has ended; await what asks"]);
});

test.each([
  ["Array.prototype.push = null as any;", "Array.prototype.push"],
  ["process.stdout.write = 5 as any;", "process.stdout.write"],
  ["(globalThis as any).Buffer = 1;", "Buffer"],
])("%s is put back, and told", async (code, name) => {
  const sent = await kernel.run(code);
  expect(between(sent).slice(1, -1)).toEqual([["stream", { name: "stderr", text: `The kernel itself needs what a cell has replaced, and has put it back: ${name}\n` }]]);
  expect(reply(await kernel.run("Buffer.from([[1].push(2)]).length")).content["status"]).toBe("ok");
});

test("a warning is told by the cell that it comes from", async () => {
  const sent = await kernel.run("process.emit('warning', Object.assign(new Error('is old'), { name: 'DeprecationWarning' }));");
  expect(between(sent)[1]).toEqual(["stream", { name: "stderr", text: "DeprecationWarning: is old\n" }]);
});

test("an error shows the cell's line and its frames, without the kernel's", async () => {
  const { content } = reply(await kernel.run("function deep(): never {\n  throw new TypeError('bad');\n}\n[1].map(() => deep());"));
  const cell = `Cell [${String(content["execution_count"])}]`;
  expect(content["traceback"]).toEqual([
    "TypeError: bad", `${cell}, line 2`, "  1 | function deep(): never {", "> 2 |   throw new TypeError('bad');", "    |         ^", "  3 | }", "  4 | [1].map(() => deep());", "",
    `    at deep (${cell}:2:9)`, `    at ${cell}:4:15`, `    at ${cell}:4:5`,
  ]);
});

test("a cell for a browser does not run; a module is imported by others", async () => {
  expect(reply(await kernel.run("/** @browser */\n1")).content["evalue"]).toBe("@browser: expected a cell for the kernel, got one for a browser; leave the tag out");
  expect(between(await kernel.run("/** @module given_area */\nexport const area = 7;")).map(([type]) => type)).toEqual(["execute_input", "execute_reply"]);
  expect(between(await kernel.run("import { area } from './given_area'; area"))[1]![1]["data"]).toEqual({ "text/plain": "7" });
  expect(reply(await kernel.run("/** @module given_bad */\nexport const bad: string = 7;")).content["evalue"]).toMatch(/^given_bad\.ts, line 2, column 14: /);
});

test("a name that its cell did not get to says why", async () => {
  const { execution_count: count } = reply(await kernel.run("if (1) throw new Error('stop'); const missed = 1;")).content;
  expect(reply(await kernel.run("missed")).content["evalue"]).toBe(`missed has no value: Cell [${String(count)}], which defines it, failed before it got there; mend it and run it again`);
});

test("a value may show itself; an update goes to what was shown", async () => {
  const shown = await kernel.run("({ [Symbol.for('Jupyter.display')]: async () => ({ 'image/png': new Uint8Array([1, 2, 3]) }) })");
  expect(between(shown)[1]).toEqual(["execute_result", { execution_count: expect.any(Number), data: { "image/png": "AQID" }, metadata: {} }]);
  expect(reply(await kernel.run("({ [Symbol.for('Jupyter.display')]: () => 5 })")).content["ename"]).toBe("TypeError");
  const sent = await kernel.run("const own = require('tslab').newDisplay(); own.text('a'); own.png(new Uint8Array([1, 2, 3]));");
  expect(between(sent).slice(1, -1).map(([type, { data }]) => [type, data])).toEqual([["display_data", { "text/plain": "a" }], ["update_display_data", { "image/png": "AQID" }]]);
  expect(between(await kernel.run("require('tslab').display.text('x');", { silent: true })).map(([type]) => type)).toEqual(["execute_reply"]);
});
