import { expect, test, vi } from "vitest";
import { signalTree } from "../../../src/jupyter/client/endWithUs.js";

test("on Windows the tree of processes is ended by its root", () => {
  const run = vi.fn();
  signalTree(4711, "SIGKILL", "win32", run as never);
  expect(run.mock.calls).toEqual([["taskkill", ["/T", "/F", "/PID", "4711"], { stdio: "ignore", windowsHide: true }]]);
});

test("elsewhere the whole group gets the signal, and one that is gone is no error", () => {
  const kill = vi.spyOn(process, "kill").mockImplementation(() => {
    throw new Error("ESRCH");
  });
  signalTree(4711, "SIGTERM", "linux");
  expect(kill.mock.calls).toEqual([[-4711, "SIGTERM"]]);
  kill.mockRestore();
});
