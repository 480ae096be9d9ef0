import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchParent } from "../../../src/jupyter/kernel/parentWatch.js";

const gone = vi.fn();
let parent = 4242;
let alive = true;

beforeEach(() => {
  vi.stubEnv("JPY_PARENT_PID", undefined);
  vi.useFakeTimers();
  gone.mockReset();
  [parent, alive] = [4242, true];
  vi.spyOn(process, "ppid", "get").mockImplementation(() => parent);
  vi.spyOn(process, "kill").mockImplementation((id) => {
    if (!alive || id === 4343) throw Object.assign(new Error("no such process"), { code: "ESRCH" });
    return true;
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("stays silent while the parent lives", () => {
  watchParent(gone, 100);
  vi.advanceTimersByTime(10_000);
  expect(gone).not.toHaveBeenCalled();
});

it("notices another parent, as on POSIX, once", () => {
  watchParent(gone, 100);
  parent = 1;
  vi.advanceTimersByTime(10_000);
  expect(gone).toHaveBeenCalledTimes(1);
});

it("notices a parent id without a process, as on Windows", () => {
  watchParent(gone, 100);
  alive = false;
  vi.advanceTimersByTime(100);
  expect(gone).toHaveBeenCalledTimes(1);
});

it("does not watch process 1", () => {
  parent = 1;
  watchParent(gone, 100);
  alive = false;
  vi.advanceTimersByTime(10_000);
  expect(gone).not.toHaveBeenCalled();
});

it.skipIf(process.platform === "win32").each([1, 17])("notices a client that was gone before the first look, with %i as the parent", (id) => {
  vi.stubEnv("JPY_PARENT_PID", "4343");
  parent = id;
  watchParent(gone, 100);
  vi.advanceTimersByTime(100);
  expect(gone).toHaveBeenCalledTimes(1);
});

it.each(["4242", "1", "", "none"])("has nothing to notice with JPY_PARENT_PID %j", (id) => {
  vi.stubEnv("JPY_PARENT_PID", id);
  watchParent(gone, 100);
  vi.advanceTimersByTime(10_000);
  expect(gone).not.toHaveBeenCalled();
});
