import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diskAdvice } from "../../../src/host/node/diskErrors.js";
import { refuseUnwritable } from "../../../src/host/node/refuseUnwritable.js";
import { samePlace } from "../../../src/host/node/samePlace.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

test("a folder that is there or can be made is taken, and nothing stays in it", () => {
  const folder = temporaryFolder();
  refuseUnwritable(folder, "f");
  refuseUnwritable(join(folder, "a", "b"), "f");
  expect(readdirSync(folder)).toEqual([]);
});

test("a file in the way is named", () => {
  const file = join(temporaryFolder(), "out");
  writeFileSync(file, "mine");
  for (const folder of [file, join(file, "below")]) {
    expect(() => refuseUnwritable(folder, "f")).toThrow(new Error(`f: expected to write into ${folder}, got the file ${file}; move it away or choose another folder`));
  }
});

// no user may make a file there, not even root
test.skipIf(process.platform !== "linux")("a place that takes no files is refused", () => {
  expect(() => refuseUnwritable("/proc/out", "f")).toThrow(/^f: expected to write into \/proc\/out, got E[A-Z]+: /);
});

test("what to do depends on what the system says", () => {
  const advice = (code: string, platform: NodeJS.Platform = "linux") => diskAdvice(Object.assign(new Error(code), { code }), "/out", platform);
  expect(advice("ENOSPC")).toBe("make room or choose another folder");
  expect(advice("EROFS")).toBe("/out is on a disk that cannot be written to: choose another folder");
  expect(advice("EACCES")).toBe("this user may not write to /out: change its owner or its rights, or choose another folder");
  expect(advice("EBUSY", "win32")).toBe("close it in the program that has it open, then try again");
  expect(advice("EACCES", "win32")).toBe("close it in the program that has it open, then try again");
});

test("two names of one place are one, by what the disk says", () => {
  // as on a disk that ignores letter case
  const disk = (path: string) => ({ "/p/notebooks": { dev: 1n, ino: 2n }, "/p/out": { dev: 1n, ino: 3n }, "/q/out": { dev: 2n, ino: 3n } })[path.toLowerCase()];
  expect(samePlace("/p/Notebooks", "/p/notebooks", disk)).toBe(true);
  expect(samePlace("/p/out", "/p/notebooks", disk)).toBe(false);
  expect(samePlace("/p/out", "/q/out", disk)).toBe(false);
  expect(samePlace("/p/absent", "/p/absent", disk)).toBe(false);
});
