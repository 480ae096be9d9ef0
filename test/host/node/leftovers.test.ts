import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { removeLeftovers } from "../../../src/host/node/leftovers.js";
import { temporaryFolder } from "../../../src/host/node/temporaryFolder.js";

const dead = spawnSync(process.execPath, ["--version"]).pid;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leftovers-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe("removeLeftovers", () => {
  it("removes files and folders of processes that have ended, and no others", () => {
    mkdirSync(join(folder, `work-${dead}.tmp`, "inside"), { recursive: true });
    writeFileSync(join(folder, `work-${dead}0000000.tmp`), "");
    const others = [`work-${process.pid}.tmp`, `work-${dead}.txt`, `work-.tmp`, `my-work-${dead}.tmp`];
    for (const name of others) writeFileSync(join(folder, name), "");
    removeLeftovers(folder, "work-", /^\.tmp$/);
    expect(readdirSync(folder).sort()).toEqual(others.sort());
  });

  it("removes a link, not what it leads to", () => {
    mkdirSync(join(folder, "kept", "inside"), { recursive: true });
    symlinkSync(join(folder, "kept"), join(folder, `work-${dead}`), "junction");
    removeLeftovers(folder, "work-", /^$/);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["kept", join("kept", "inside")]);
  });

  it.skipIf(process.getuid === undefined)("leaves what another user made", () => {
    writeFileSync(join(folder, `work-${dead}`), "");
    const user = process.getuid!();
    vi.spyOn(process as { getuid(): number }, "getuid").mockReturnValue(user + 1);
    removeLeftovers(folder, "work-", /^$/);
    expect(readdirSync(folder)).toEqual([`work-${dead}`]);
  });

  it("has nothing to do in a folder that is not there", () => {
    expect(() => removeLeftovers(join(folder, "none"), "work-", /^$/)).not.toThrow();
  });
});

describe("temporaryFolder", () => {
  it("makes folders, several at once, and removes those of processes that were killed", () => {
    for (const name of ["TMPDIR", "TEMP", "TMP"]) vi.stubEnv(name, folder);
    mkdirSync(join(folder, `two-layer-net-test-${dead}-aBcDeF`, "inside"), { recursive: true });
    mkdirSync(join(folder, `two-layer-net-other-${dead}-aBcDeF`));
    const made = [temporaryFolder("test"), temporaryFolder("test")];
    expect(made.every((path) => path.startsWith(join(folder, `two-layer-net-test-${process.pid}-`)))).toBe(true);
    expect(readdirSync(folder).map((name) => join(folder, name)).sort()).toEqual([join(folder, `two-layer-net-other-${dead}-aBcDeF`), ...made].sort());
  });

  it("says where it could not, and what to do", () => {
    const none = join(folder, "none");
    for (const name of ["TMPDIR", "TEMP", "TMP"]) vi.stubEnv(name, none);
    expect(() => temporaryFolder("test")).toThrow(
      /^could not make a folder in .+none \(ENOENT: .+\); make room there, or name another folder in TMPDIR$/,
    );
  });
});
