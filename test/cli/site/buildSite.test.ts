/** The folder that is made, as files. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { batchBytes, tinyCifar10 } from "../../data/tinyCifar10.js";
import { buildSmallSite } from "../../site/smallSite.js";

const out = join(temporaryFolder(), "site");
const files = (): string[] => readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(out.length + 1).replaceAll("\\", "/")).sort();

let said: string;
beforeAll(async () => { said = await buildSmallSite(out); });

it("has pages, notebooks, licences, and all else under names of its content", () => {
  expect(said).toMatch(/^.*site: \d+ files, \d+\.\d MB\n/);
  const plain = files().filter((path) => !/^(front-end|kernel|page|notebooks\/files|plotly|play)\b.*-/.test(path));
  expect(plain).toEqual([
    ".nojekyll", "LICENSE.txt", "NOTICE.txt", "edit/index.html", "index.html", "notebooks/index.html", "static/LICENSES.txt",
    "static/favicons/favicon-busy-1.ico", "static/favicons/favicon-file.ico", "static/favicons/favicon-notebook.ico", "static/favicons/favicon.ico", "sw.js", "tree/index.html",
  ]);
  expect(files().filter((path) => path.startsWith("notebooks/files/"))).toHaveLength(14);
});

it("says in each page what it may load: its own, and no eval", () => {
  for (const page of ["index.html", "tree/index.html", "notebooks/index.html", "edit/index.html"]) {
    const [, policy] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(readFileSync(join(out, page), "utf8"))!;
    expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/(?<!wasm-)unsafe-eval|http|\*/);
  }
});

it("is the same again from the same", async () => {
  const [before, worker] = [files(), readFileSync(join(out, "sw.js"), "utf8")];
  await buildSmallSite(out);
  expect([files(), readFileSync(join(out, "sw.js"), "utf8")]).toEqual([before, worker]);
});

it("replaces a site, and nothing else", async () => {
  const other = join(temporaryFolder(), "other");
  mkdirSync(other);
  writeFileSync(join(other, "thesis.txt"), "years");
  await expect(buildSmallSite(other)).rejects.toThrow(`buildSite: expected ${other} to be empty, or a site made earlier, got other files; name another folder, or empty it`);
  expect(existsSync(join(other, "thesis.txt"))).toBe(true);
  await expect(buildSmallSite(join(other, "thesis.txt"))).rejects.toThrow("got a file; name another");
});

it("has a part of CIFAR-10 where it was given, and otherwise none", async () => {
  expect(files().filter((path) => path.startsWith("images/"))).toEqual([]);
  const other = join(temporaryFolder(), "site");
  await buildSmallSite(other, undefined, tinyCifar10());
  const images = readdirSync(join(other, "images")).sort();
  expect(images.map((name) => name.replace(/-[0-9a-f]{10}\./, "."))).toEqual(["batches.meta.txt", ...[1, 2, 3, 4, 5].map((n) => `data_batch_${n}.bin`), "test_batch.bin"]);
  expect(readFileSync(join(other, "images", images[2]!))).toEqual(Buffer.from(batchBytes(1, 2)));
  // They are kept for when there is no network after all that cells need before them.
  const kept = /"images\/.*?\]/.exec(readFileSync(join(other, "sw.js"), "utf8"))![0];
  expect(kept.match(/images\//g)).toHaveLength(7);
  expect(kept).not.toMatch(/kernel|notebooks/);
});

it("is not touched where the images are none", async () => {
  const before = files();
  const damaged = tinyCifar10();
  const batch = batchBytes(2, 2);
  batch[3073] = 10;
  writeFileSync(join(damaged, "data_batch_3.bin"), batch);
  await expect(buildSmallSite(out, undefined, damaged)).rejects.toThrow(`expected labels from 0 to 9, got 10 in record 1 of ${join(damaged, "data_batch_3.bin")}`);
  await expect(buildSmallSite(out, undefined, join(damaged, "none"))).rejects.toThrow("got no such folder");
  expect(files()).toEqual(before);
});
