/** Interrupts of any number, at any moment. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KernelUnderTest } from "./kernelUnderTest.js";

let kernel: KernelUnderTest;
beforeAll(async () => {
  kernel = await KernelUnderTest.start();
  await kernel.run("let state = 1;");
}, 120_000);
afterAll(() => kernel.stop());

const byMessage = (): unknown => kernel.send("interrupt_request", {}, "control");
const bySignal = (): unknown => kernel.process.kill("SIGINT");
// Windows has no signals.
const WAYS = process.platform === "win32" ? { byMessage } : { byMessage, bySignal };

/** Starts a cell; again, should a signal that is late on its way stop it before it prints. */
async function begun(code: string): Promise<string> {
  for (; ;) {
    const id = kernel.sendCell(`console.log('go'); ${code}`);
    const came = (type: string): boolean => kernel.published.some((message) => message.parentId === id && message.type === type);
    await kernel.until(() => came("stream") || came("error"), "go");
    if (came("stream")) return id;
    await kernel.answer(id);
  }
}

async function expectStopped(id: string): Promise<void> {
  const { reply } = await kernel.answer(id);
  expect(reply.content["ename"]).toBe("KeyboardInterrupt");
  const next = await kernel.run("state");
  // One that came late, or was repeated, may meet this cell, but no other.
  if (next.reply.content["status"] !== "ok") expect((await kernel.run("state")).reply.content["status"]).toBe("ok");
}

describe.each(Object.entries(WAYS))("%s", (_, interrupt) => {
  it.each([2, 3, 10])("%i at once stop a busy cell", async (count) => {
    const id = await begun("while (true) {}");
    for (let i = 0; i < count; i++) interrupt();
    await expectStopped(id);
  });

  it.each([1, 10, 50, 99, 101])("two, %i ms from one another, stop a busy cell, and none that comes after both", async (ms) => {
    for (let round = 0; round < 10; round++) {
      const id = await begun("for (let i = 0; ; i++) console.log(i);");
      interrupt();
      await new Promise((done) => setTimeout(done, ms));
      interrupt();
      await expectStopped(id);
    }
  });

  it("one while it is compiled stops a cell before it begins, and at once", async () => {
    for (let round = 0; round < 5; round++) {
      const id = kernel.sendCell(`console.log('ran'); const many${round}: { a: number }[] = [${"{ a: 1 },".repeat(12_000)}]; while (true) {}`);
      await kernel.until(() => kernel.published.some((message) => message.parentId === id && message.type === "execute_input"), "the beginning");
      interrupt();
      await expectStopped(id);
      expect(kernel.published.filter((message) => message.parentId === id && message.type === "stream")).toEqual([]);
    }
  });

  it("at random moments: every cell ends", async () => {
    const cells = ["while (true) {}", "await new Promise(() => {})", "for (;;) await null;", "for (;;) console.log(1);"];
    for (let round = 0; round < 20; round++) {
      const id = kernel.sendCell(cells[round % cells.length]);
      const clock = setInterval(interrupt, 5 + ((round * 37) % 60));
      await kernel.answer(id).finally(() => clearInterval(clock));
    }
    expect((await kernel.run("state")).reply).toBeDefined();
    expect((await kernel.run("state")).reply.content["status"]).toBe("ok");
  }, 120_000);
});

// On Windows nothing is told to the child.
it.skipIf(process.platform === "win32")("stops a program that the cell waits for, as a terminal does", async () => {
  for (const command of ["sleep 60", "trap '' INT; sleep 60"]) {
    // Right after another interrupt, which is still being seen to.
    const before = await begun("while (true) {}");
    byMessage();
    await kernel.answer(before);
    const id = await begun(`require('child_process').execSync(${JSON.stringify(command)});`);
    byMessage();
    await expectStopped(id);
  }
});
