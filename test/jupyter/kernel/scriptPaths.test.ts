import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { scriptPath } from "../../../src/jupyter/kernel/scriptPaths.js";

const JUPYTER = join(dirname(dirname(dirname(import.meta.dirname))), "src", "jupyter");

it.each(["node:fs", "evalmachine.<anonymous>", "/a/node_modules/tslab/dist/jupyter.js", "C:\\a\\dist\\bundle\\typescript.cjs", ...["kernel", "session", "cells"].map((folder) => join(JUPYTER, folder, "a.js")), pathToFileURL(join(JUPYTER, "kernel", "a.js")).href])("%s is not shown", (script) => {
  expect(scriptPath(script)).toBeUndefined();
});

it.each(["/a/node:fs.js", "/a/evalmachine.js", "/a/node_modules/tslab/lib/a.js", "/a/bundle/typescript.cjs", "/a/node_modules/other/a.js", join(JUPYTER, "display", "a.js")])("%s is", (script) => {
  expect(scriptPath(script)).toBe(script);
});

it("a file is shown by its path", () => {
  expect(scriptPath(pathToFileURL(join(JUPYTER, "display", "an e.js")).href)).toBe(join(JUPYTER, "display", "an e.js"));
});
