import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { NOTEBOOKS, PROJECT } from "../../jupyter/kernel/kernelUnderTest.js";

const folder = temporaryFolder();

function lab(args: string[] = []): ReturnType<typeof spawnSync> {
  const env = { PATH: folder, JUPYTER_PATH: "/their/own" };
  return spawnSync(process.execPath, [join(PROJECT, "dist/cli/lab.js"), "--jupyter", ...args], { env, encoding: "utf8" });
}

it("says how to get a Jupyter, and what works without, when there is none", () => {
  const { stderr, status } = lab();
  expect(status).toBe(1);
  expect(stderr).toContain("Neither JupyterLab nor Jupyter Notebook was found on PATH.");
  for (const way of ["npm run lab", "pip install jupyterlab", "npm run kernel:install", "npm start"]) expect(stderr).toContain(way);
});

it.skipIf(process.platform === "win32")("opens the notebooks in the one that is there, with the project's kernel", () => {
  const program = join(folder, "jupyter-notebook");
  writeFileSync(program, `#!/bin/sh\necho "$JUPYTER_PATH|$1|$2"\nexit 7\n`);
  chmodSync(program, 0o755);
  const { stdout, status } = lab(["--no-browser"]);
  expect(stdout).toBe(`${join(PROJECT, "jupyter")}${delimiter}/their/own|${NOTEBOOKS}|--no-browser\n`);
  expect(status).toBe(7);
});
