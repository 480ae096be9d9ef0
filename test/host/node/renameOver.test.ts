import { expect, test } from "vitest";
import { renameOver } from "../../../src/host/node/renameOver.js";

/** A renaming that fails so often with the code, and what became of it. */
function attempt(platform: NodeJS.Platform, code: string, failures: number) {
  const pauses: number[] = [];
  let calls = 0;
  const rename = (): void => {
    if (calls++ < failures) throw Object.assign(new Error(code), { code });
  };
  let error: unknown = null;
  try {
    renameOver("a", "b", { platform, rename, wait: (milliseconds) => pauses.push(milliseconds) });
  } catch (thrown) {
    error = thrown;
  }
  return { calls, pauses, code: (error as { code?: string } | null)?.code ?? null };
}

test.each(["EPERM", "EACCES", "EBUSY"])("on Windows a file that is held is waited for: %s", (code) => {
  expect(attempt("win32", code, 3)).toEqual({ calls: 4, pauses: [10, 20, 40], code: null });
  const { pauses, code: thrown } = attempt("win32", code, Infinity);
  expect(thrown).toBe(code);
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThanOrEqual(2000);
  expect(Math.max(...pauses)).toBe(100);
});

test("any other error, and any other system, is answered at once", () => {
  expect(attempt("win32", "ENOSPC", 1)).toEqual({ calls: 1, pauses: [], code: "ENOSPC" });
  expect(attempt("linux", "EPERM", 1)).toEqual({ calls: 1, pauses: [], code: "EPERM" });
  expect(attempt("darwin", "EBUSY", 0)).toEqual({ calls: 1, pauses: [], code: null });
});
