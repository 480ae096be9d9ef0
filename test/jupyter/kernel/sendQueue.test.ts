import { expect, it, vi } from "vitest";
import { kernelLog } from "../../../src/jupyter/kernel/kernelLog.js";
import { SendQueue } from "../../../src/jupyter/kernel/sendQueue.js";

vi.mock("../../../src/jupyter/kernel/kernelLog.js", () => ({ kernelLog: vi.fn() }));

it("sends one message after the other, in order", async () => {
  const sent: string[] = [];
  let sending = 0;
  const queue = new SendQueue({
    async send([text]) {
      expect(++sending).toBe(1);
      await new Promise((done) => setTimeout(done, text === "slow" ? 20 : 0));
      sent.push(String(text));
      sending--;
    },
  });
  const told: string[] = [];
  for (const text of ["slow", "a", "b"]) queue.send([text], () => told.push(text));
  await queue.drained();
  expect(sent).toEqual(["slow", "a", "b"]);
  expect(told).toEqual(["slow", "a", "b"]);
});

it("goes on after a client that is gone, and reports any other failure", async () => {
  const sent: string[] = [];
  const queue = new SendQueue({
    async send([text]) {
      if (text === "gone") throw Object.assign(new Error("Host unreachable"), { code: "EHOSTUNREACH" });
      if (text === "broken") throw new Error("Socket is closed");
      sent.push(String(text));
    },
  });
  for (const text of ["gone", "broken", "last"]) queue.send([text]);
  await queue.drained();
  expect(sent).toEqual(["last"]);
  expect(vi.mocked(kernelLog).mock.calls).toEqual([["a message could not be sent: Socket is closed"]]);
});
