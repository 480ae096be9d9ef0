/** `npm run submit`, killed: a hand-in is the last whole one, and no browser stays. Needs a build. */
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { browser } from "../cli/pages/browser.js";
import { answer, ipynb, koreanAnswer, put, ran, text } from "../cli/submit/sampleProject.js";
import { killOften } from "./killing.js";

vi.setConfig({ testTimeout: 600_000 });

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const { imports } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { imports: object };
const source = ipynb([text("question-1", "# Only\n\n> Which?"), answer("answer-1", koreanAnswer), ran("print", "console.log(1)", "1")]);

/** A project with the command in it, unless it is there already. */
function prepare(root: string): void {
  if (existsSync(join(root, "package.json"))) return;
  put(root, "package.json", JSON.stringify({ name: "sample", type: "module", imports }));
  put(root, "src/index.ts", "export {};\n");
  put(root, "notebooks/package.json", JSON.stringify({ notebooks: ["only"] }));
  put(root, "notebooks/only.ipynb", source);
  for (const folder of ["cli", "host", "jupyter"]) cpSync(join(REPOSITORY, "dist", folder), join(root, "dist", folder), { recursive: true });
  symlinkSync(join(REPOSITORY, "node_modules"), join(root, "node_modules"), "junction");
}

function checkHandIn(root: string, isDone: boolean): void {
  expect(readFileSync(join(root, "notebooks/only.ipynb"), "utf8")).toBe(source);
  const file = (kind: string) => join(root, "out", "submission", `submission.${kind}`);
  const isThere = (kind: string) => isDone || existsSync(file(kind));
  if (isThere("html")) expect(readFileSync(file("html"), "utf8")).toMatch(/<\/html>\n$/);
  if (isThere("zip")) expect(Object.keys(unzipSync(readFileSync(file("zip"))))).toContain("sample/notebooks/only.ipynb");
  if (existsSync(file("pdf"))) expect(readFileSync(file("pdf")).subarray(-1024).includes("%%EOF")).toBe(true);
}

/** The folder in which the files are made. */
function workOf(root: string): string | undefined {
  const folder = join(root, "out", "submission");
  return existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(".tmp")) : undefined;
}

const isInWork = (root: string, file: string) => () => {
  const work = workOf(root);
  return work !== undefined && existsSync(join(root, "out", "submission", work, file));
};

describe("npm run submit", () => {
  it("without a PDF", () =>
    killOften({
      program(folder) {
        prepare(folder);
        return { folder, args: [join(folder, "dist/cli/submit.js"), "--no-run", "--no-pdf"] };
      },
      signs: (folder) => [() => workOf(folder) !== undefined, isInWork(folder, "submission.html"), isInWork(folder, "submission.zip")],
      soon: 15,
      check: checkHandIn,
    }));

  it.skipIf(browser === undefined)("with a PDF (needs a Chromium)", () =>
    killOften({
      program(folder) {
        prepare(folder);
        return { folder, env: { CHROME_PATH: browser! }, args: [join(folder, "dist/cli/submit.js"), "--no-run"] };
      },
      signs: (folder) => [isInWork(folder, "submission.zip"), isInWork(folder, "submission.pdf")],
      soon: 500,
      check: checkHandIn,
    }));
});
