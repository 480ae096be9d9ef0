/** How the kernel answers its requests, without sockets or a process of its own: kernel.test.ts has the whole program. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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
  expect(between(await kernel.ask("unheard_of_request"))).toEqual([]);
});
