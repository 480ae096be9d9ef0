/** A run of a notebook, killed: no kernel stays, and pages, notebooks and what they share are whole. Needs a build. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { code, markdown, notebookText } from "../cli/run/notebookText.js";
import { appears, killOften } from "./killing.js";

vi.setConfig({ testTimeout: 600_000 });

const MAIN = fileURLToPath(new URL("../../dist/cli/run.js", import.meta.url));
const require = createRequire(import.meta.url);
const FONTS = join(dirname(require.resolve("katex/dist/katex.min.css")), "fonts");

const source = notebookText([
  markdown("# Killed\n\n$x^2$"),
  code("const end = Date.now() + 300; while (Date.now() < end) {}"),
  code(`console.log("done");`),
  code(`require("tslab").display.raw("application/vnd.plotly.v1+json", ${JSON.stringify(JSON.stringify({ data: [], layout: {} }))});`),
], { kernelspec: { name: "two-layer-net", display_name: "TypeScript (two-layer-net)", language: "typescript" } });

it("npm start", () =>
  killOften({
    program(folder) {
      writeFileSync(join(folder, "killed.ipynb"), source);
      return { folder, args: [MAIN, join(folder, "killed.ipynb"), "--out", join(folder, "out")] };
    },
    signs: (folder) => [
      () => existsSync(join(folder, "tmp")) && readdirSync(join(folder, "tmp")).some((name) => name.includes("-kernel-")),
      appears(join(folder, "out")),
      appears(join(folder, "out", "assets")),
      appears(join(folder, "out", "killed.html")),
    ],
    soon: 60,
    check(folder, isDone) {
      expect(readFileSync(join(folder, "killed.ipynb"), "utf8")).toBe(source);
      const out = join(folder, "out");
      if (!existsSync(out) && !isDone) return;
      const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const { parentPath, name } of files) expectWhole(join(parentPath, name));
      if (isDone) expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(["killed.ipynb", "killed.html", "index.html", "plotly.min.js"]));
    },
  }));

function expectWhole(path: string): void {
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".ipynb")) expect(readNotebook(text, path).cells).toHaveLength(4);
  if (path.endsWith(".html")) expect(text).toMatch(/<\/html>\n$/);
  if (path.endsWith(".woff2")) expect(statSync(path).size).toBe(statSync(join(FONTS, basename(path))).size);
  if (path.endsWith("plotly.min.js")) expect(text).toBe(readFileSync(require.resolve("plotly.js-cartesian-dist-min"), "utf8"));
}
