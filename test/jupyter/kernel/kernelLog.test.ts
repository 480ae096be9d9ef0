import { writeSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { kernelLog } from "../../../src/jupyter/kernel/kernelLog.js";

vi.mock("node:fs", () => ({ writeSync: vi.fn() }));

it("writes to the process's own stderr, a hundred lines at most, and never fails", () => {
  const write = vi.mocked(writeSync);
  write.mockImplementationOnce(() => {
    throw new Error("EAGAIN");
  });
  for (let i = 1; i <= 150; i++) kernelLog(`line ${i}`);
  expect(write).toHaveBeenCalledTimes(100);
  expect(write.mock.calls[0]).toEqual([2, "kernel: line 1\n"]);
  expect(write.mock.calls[99]).toEqual([2, "kernel: line 100 (no more is said from here on)\n"]);
});
