import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { PROJECT } from "./kernelUnderTest.js";

const data = mkdtempSync(join(tmpdir(), "jupyter-data-"));
const folder = join(data, "kernels/two-layer-net");
afterAll(() => rmSync(data, { recursive: true }));

function install(...args: string[]): string {
  const env = { ...process.env, JUPYTER_DATA_DIR: data };
  return spawnSync(process.execPath, [join(PROJECT, "dist/kernel/install.js"), ...args], { env, encoding: "utf8" }).stdout;
}

it("writes a kernelspec with absolute paths, and takes it back", () => {
  expect(install()).toBe(
    `Installed the kernel "two-layer-net" in ${folder}.\nIt runs this clone with this Node: after moving either, install it again.\n`,
  );
  const { argv } = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as { argv: string[] };
  expect([argv[0], argv[2]]).toEqual([process.execPath, join(PROJECT, "dist/kernel/main.js")]);
  expect(install("--uninstall")).toBe(`Removed ${folder}.\n`);
  expect(existsSync(folder)).toBe(false);
  expect(install("--uninstall")).toBe(`Nothing to remove: there is no ${folder}.\n`);
});
