/** The files of a page's kernel: named by their content, without Node, and small. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { kernelFiles, type SiteKernel } from "../../../src/cli/site/kernelFiles.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

/** Bytes, gzipped, until the first cell has run: 4 MB less the 1.65 MB of the front end. */
const LIMIT = 2.35e6;

let folder: string;
let kernel: SiteKernel;
beforeAll(async () => void (kernel = await kernelFiles((folder = temporaryFolder()))), 240_000);

const text = (name: string): string => readFileSync(join(folder, name), "utf8");

test("their names are those of their content", async () => {
  const names = [kernel.worker, kernel.typescript, kernel.declarations, ...Object.values(kernel.packages), ...Object.values(kernel.workers)];
  for (const name of names) expect(readdirSync(folder)).toContain(name);
  expect(readdirSync(folder).filter((name) => !/-[0-9A-Z]{8}\.(js|json)$/.test(name))).toEqual([]);
  expect(Object.keys(kernel.packages)).toEqual(["two-layer-net", "two-layer-net/study", "two-layer-net/notebook", "danfojs-node"]);
  expect(await kernelFiles(temporaryFolder())).toEqual(kernel);
}, 240_000);

test("nothing of Node is left in them, and names stay as they were written", () => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".js") && each !== kernel.typescript)) expect([name, /\bfrom"node:|\brequire\("node:/.test(text(name))]).toEqual([name, false]);
  expect(readdirSync(folder).some((name) => text(name).includes('"affineForward"'))).toBe(true);
});

test("all that the first cell needs is below the limit, gzipped", () => {
  const sizes = readdirSync(folder).map((name) => gzipSync(readFileSync(join(folder, name))).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMIT);
});

test("the library is there once: its entries share their chunks", () => {
  const own = readdirSync(folder).filter((name) => !name.startsWith("declarations"));
  expect(own.filter((name) => text(name).includes("affineForward: expected")).length).toBeLessThan(2);
  const { engine, ...others } = kernel.workers;
  for (const name of Object.values(others)) expect(text(name)).toMatch(/\bfrom"\.\/chunk-/);
  // It is a text that a thread of Node runs too.
  expect(text(engine)).not.toMatch(/\bimport\b/);
});

test("the compiler is one function that is called where it stands, in nothing that is called later", () => {
  const compiler = text(kernel.typescript);
  const at = compiler.search(/\bvar (\w+)=\{\};\(function\(/);
  expect(at).toBeGreaterThan(0);
  const before = compiler.slice(0, at);
  expect([before.length < 5000, before.split("{").length]).toEqual([true, before.split("}").length]);
});
