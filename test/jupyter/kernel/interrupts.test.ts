import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KernelUnderTest, outputs, streamText } from "./kernelUnderTest.js";

let kernel: KernelUnderTest;
beforeAll(async () => {
  kernel = await KernelUnderTest.start();
  await kernel.run("let state = 1; const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));");
}, 120_000);
afterAll(() => kernel.stop());

const CELLS = {
  "a synchronous loop": "console.log('go'); for (;;);",
  "a loop within a library": "console.log('go'); for (;;) JSON.parse(JSON.stringify(process.versions));",
  "a loop that prints": "for (let i = 0; ; i++) console.log('go', i);",
  "a loop that updates a display": "const shown = require('tslab').newDisplay(); console.log('go'); for (let i = 0; ; i++) shown.text(String(i));",
  "a loop after an await": "console.log('go'); await null; for (;;);",
  "a loop after a timer": "console.log('go'); await pause(2); for (;;);",
  "a loop in an asynchronous function": "async function inner() { await null; for (;;); }\nconsole.log('go'); await inner();",
  "a loop in a callback": "console.log('go'); await new Promise(() => setImmediate(() => { for (;;); }));",
  "a loop of promises": "console.log('go'); for (;;) await null;",
  "a loop with pauses": "for (let i = 0; ; i++) { console.log('go', i); await pause(1); }",
  "a loop that reads files": "const { readFile } = require('fs').promises; for (;;) { console.log('go'); await readFile(process.execPath.slice(0, 0) + 'package.json'); }",
  "an interval": "setInterval(() => console.log('go'), 1); await new Promise(() => {});",
  "a promise that never settles": "console.log('go'); await new Promise(() => {});",
};

describe("an interrupt", () => {
  it.each(Object.entries(CELLS))("stops %s, and the next cell runs by itself", async (_, code) => {
    for (let round = 0; round < 3; round++) {
      const from = kernel.published.length;
      const id = kernel.sendCell(code);
      await kernel.until(() => kernel.published.slice(from).some(({ content }) => String(content["text"]).includes("go")), "go");
      kernel.send("interrupt_request", {}, "control");
      const answer = await kernel.answer(id);
      expect(answer.reply.content).toMatchObject({ status: "error", ename: "KeyboardInterrupt", evalue: "the cell was interrupted" });
      expect(outputs(answer).at(-1)).toMatchObject({ type: "error", content: { ename: "KeyboardInterrupt" } });
      expect((await kernel.run("state")).reply.content["status"]).toBe("ok");
      const next = await kernel.run("await pause(30); console.log('own'); state");
      expect(streamText(next)).toBe("own\n");
      expect(outputs(next)).toHaveLength(2);
    }
  });

  it("shows the line that was running", async () => {
    const id = kernel.sendCell("console.log('go');\nconst spin = () => { for (;;); };\nspin();");
    await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "stream"), "go");
    kernel.send("interrupt_request", {}, "control");
    const { reply } = await kernel.answer(id);
    const count = reply.content["execution_count"];
    expect(reply.content["traceback"].at(-2)).toMatch(new RegExp(`^    at spin \\(Cell \\[${count}\\]:2:\\d+\\)$`));
    expect(reply.content["traceback"].at(-1)).toBe(`    at Cell [${count}]:3:1`);
  });

  it("is announced to libraries, whose last words belong to the cell", async () => {
    await kernel.run("let i = 0; process.on('kernel:interrupt', () => console.log('stopped'))");
    const id = kernel.sendCell("console.log('go'); for (;;) i++;");
    await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "stream"), "go");
    kernel.send("interrupt_request", {}, "control");
    expect(streamText(await kernel.answer(id))).toBe("go\nstopped\n");
    await kernel.run("process.removeAllListeners('kernel:interrupt')");
  });

  it("aborts the cells that wait", async () => {
    const ids = ["console.log('go'); for (;;);", "'never'"].map((code) => kernel.sendCell(code));
    await kernel.until(() => kernel.published.some((message) => message.parentId === ids[0] && message.type === "stream"), "go");
    kernel.send("interrupt_request", {}, "control");
    const [, waiting] = await Promise.all(ids.map((id) => kernel.answer(id)));
    expect(waiting!.reply.content).toEqual({ status: "aborted" });
  });

  it("leaves what the cell had defined", async () => {
    const id = kernel.sendCell("const best = { score: 5 };\nconsole.log('go');\nfor (;;) best.score++;");
    await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "stream"), "go");
    kernel.send("interrupt_request", {}, "control");
    await kernel.answer(id);
    const [result] = outputs(await kernel.run("best.score > 5"));
    expect(result!.content["data"]).toEqual({ "text/plain": "true" });
  });

  it("does nothing when no cell runs", async () => {
    const { reply } = await kernel.ask("interrupt_request", {}, "control");
    expect(reply.content).toEqual({ status: "ok" });
    expect((await kernel.run("state")).reply.content["status"]).toBe("ok");
  });

  it("does nothing to a cell that comes right behind it, however long the compiler takes", async () => {
    for (let round = 0; round < 8; round++) {
      kernel.send("interrupt_request", {}, "control");
      const { reply } = await kernel.run(`const many${round}: { a: number }[] = [${"{ a: 1 },".repeat(4000)}]; state`);
      expect(reply.content["status"]).toBe("ok");
    }
  });

  it("waits for the compiler, which goes on working", async () => {
    for (let round = 0; round < 5; round++) {
      const id = kernel.sendCell(`console.log('ran'); const fresh${round}: number = ${round}; await pause(5000);`);
      kernel.send("interrupt_request", {}, "control");
      kernel.send("interrupt_request", {}, "control");
      const late = setTimeout(() => kernel.send("interrupt_request", {}, "control"), 500);
      expect((await kernel.answer(id)).reply.content["ename"]).toBe("KeyboardInterrupt");
      clearTimeout(late);
      expect((await kernel.run("state")).reply.content["status"]).toBe("ok");
    }
  });

  // Windows has no signals; other systems' clients may be set to send one.
  it.skipIf(process.platform === "win32")("by SIGINT stops a synchronous cell and one that waits", async () => {
    for (const code of ["console.log('go'); for (;;);", "console.log('go'); await pause(60_000);"]) {
      const id = kernel.sendCell(code);
      await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "stream"), "go");
      kernel.process.kill("SIGINT");
      expect((await kernel.answer(id)).reply.content["ename"]).toBe("KeyboardInterrupt");
      expect((await kernel.run("state")).reply.content["status"]).toBe("ok");
    }
  });
});
