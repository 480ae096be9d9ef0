import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { PROJECT } from "../jupyter/kernel/kernelUnderTest.js";

const data = temporaryFolder();
const folder = join(data, "kernels/two-layer-net");

function run(...args: string[]): ReturnType<typeof spawnSync> {
  const env = { ...process.env, JUPYTER_DATA_DIR: data };
  return spawnSync(process.execPath, [join(PROJECT, "dist/cli/installKernel.js"), ...args], { env, encoding: "utf8" });
}

function install(...args: string[]): string {
  return String(run(...args).stdout);
}

it("writes a kernelspec with absolute paths, and takes it back", () => {
  expect(install()).toBe(
    `Installed the kernel "two-layer-net" in ${folder}.\nIt runs this clone with this Node: after moving either, install it again.\n`,
  );
  const { argv } = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as { argv: string[] };
  expect([argv[0], argv[2]]).toEqual([process.execPath, join(PROJECT, "dist/jupyter/kernel/main.js")]);
  expect(install("--uninstall")).toBe(`Removed ${folder}.\n`);
  expect(existsSync(folder)).toBe(false);
  expect(install("--uninstall")).toBe(`Nothing to remove: there is no ${folder}.\n`);
});

it("says what it knows, and refuses what it does not, without installing", () => {
  expect(install("--help")).toContain("npm run kernel:install -- --uninstall   takes it back");
  const { status, stderr } = run("--unistall");
  expect(String(stderr)).toMatch(/^Unknown option '--unistall'[^]*npm run kernel:install -- --uninstall {3}takes it back\n$/);
  expect([status, existsSync(folder)]).toEqual([2, false]);
});
