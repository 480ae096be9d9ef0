import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jupyterDataDir, KERNEL_NAME, kernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";
import { PROJECT } from "../kernel/kernelUnderTest.js";

describe("kernelSpec", () => {
  it("is what the project's own kernel.json holds, with relative paths", () => {
    const committed = readFileSync(join(PROJECT, "jupyter/kernels", KERNEL_NAME, "kernel.json"), "utf8");
    expect(JSON.parse(committed)).toEqual(kernelSpec("node", "{resource_dir}/../../../dist/kernel/main.js"));
  });
});

describe("jupyterDataDir", () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ["linux", {}, "/home/me/.local/share/jupyter"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/jupyter"],
    ["darwin", {}, "/home/me/Library/Jupyter"],
    ["win32", { APPDATA: "/appdata" }, "/appdata/jupyter"],
    ["win32", {}, "/home/me/AppData/Roaming/jupyter"],
    ["darwin", { JUPYTER_DATA_DIR: "/own" }, "/own"],
  ])("finds the folder on %s with %j", (platform, env, folder) => {
    expect(jupyterDataDir(platform, env, "/home/me")).toBe(folder);
  });
});
