import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { siteOf } from "../../../src/cli/pages/site.js";
import { writeIndexPage, writeNotebookPage } from "../../../src/cli/pages/writePages.js";
import { code, markdown, notebookText } from "../run/notebookText.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

function write(out: string, name: string, cells: Record<string, unknown>[]): string {
  const text = notebookText(cells);
  writeFileSync(join(out, `${name}.ipynb`), text);
  return writeNotebookPage(
    { name, path: join(out, `${name}.ipynb`), notebook: readNotebook(text, name), lang: "en" },
    siteOf(out, out, [name]),
  );
}

test("a page, and beside it what it needs and no more", () => {
  const out = temporaryFolder();
  const figure = {
    ...code("1"),
    outputs: [{ output_type: "display_data", data: { "application/vnd.plotly.v1+json": { data: [] } }, metadata: {} }],
  };
  expect(write(out, "a", [markdown("# A")])).toBe(join(out, "a.html"));
  expect(readdirSync(out).sort()).toEqual(["a.html", "a.ipynb"]);
  write(out, "b", [markdown("$x$")]);
  expect(readdirSync(join(out, "assets"))).toEqual(["katex"]);
  write(out, "c", [figure]);
  expect(readdirSync(join(out, "assets")).sort()).toEqual(["katex", "plotly.min.js"]);
});

test("KaTeX's style names only fonts that are there, and all of them", () => {
  const out = temporaryFolder();
  write(out, "b", [markdown("$x$")]);
  const style = readFileSync(join(out, "assets", "katex", "katex.min.css"), "utf8");
  const named = [...style.matchAll(/url\(fonts\/([^)]+)\)/g)].map(([, file]) => file);
  expect(named.length).toBeGreaterThan(15);
  expect(named.sort()).toEqual(readdirSync(join(out, "assets", "katex", "fonts")).sort());
});

test("fonts and scripts that an earlier run left half done are made whole", () => {
  const out = temporaryFolder();
  const font = join(out, "assets", "katex", "fonts", "KaTeX_Main-Regular.woff2");
  mkdirSync(join(out, "assets", "katex", "fonts"), { recursive: true });
  writeFileSync(font, "half");
  write(out, "a", [markdown("$x$")]);
  expect(statSync(font).size).toBeGreaterThan(20_000);
});

test("the index lists the executed notebooks that have a page and can be read", () => {
  const out = temporaryFolder();
  write(out, "a", [markdown("# First")]);
  write(out, "b", [markdown("# Second")]);
  writeFileSync(join(out, "b.ipynb"), "{");
  const path = writeIndexPage(siteOf(out, out, ["never-run"]), "en");
  expect(path).toBe(join(out, "index.html"));
  expect([...readFileSync(path, "utf8").matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    "a.html",
  ]);
});

test("an executed notebook without a page is not listed; names in folders are", () => {
  const out = temporaryFolder();
  for (const folder of ["ko", "notebooks"]) mkdirSync(join(out, folder));
  write(out, "a", [markdown("# A [b](b.ipynb)\n\nSee [b](b.ipynb) and [c](other.md).")]);
  write(out, "ko/a", [markdown("# 가")]);
  writeFileSync(join(out, "half.ipynb"), notebookText([]));
  const site = { ...siteOf(out, join(out, "notebooks"), ["half"]) };
  const path = writeIndexPage({ ...site, names: [...site.names, "half"] }, "ko");
  const html = readFileSync(path, "utf8");
  expect([...html.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual(["ko/a.html", "a.html"]);
  expect(html).toContain('<html lang="ko">');
  expect(html).toContain('<a href="notebooks/other.md">c</a>');
});

test("what is there in the right size is not written again, and all fonts are of one format", () => {
  const out = temporaryFolder();
  write(out, "a", [markdown("$x$")]);
  const fonts = join(out, "assets", "katex", "fonts");
  const [font] = readdirSync(fonts);
  const [before, size] = [statSync(join(fonts, font!)).mtimeMs, statSync(join(fonts, font!)).size];
  expect(readdirSync(fonts).filter((file) => !file.endsWith(".woff2"))).toEqual([]);
  writeFileSync(join(fonts, font!), Buffer.alloc(size, 1));
  write(out, "b", [markdown("$x$")]);
  expect(readFileSync(join(fonts, font!)).equals(Buffer.alloc(size, 1))).toBe(true);
  expect(before).toBeLessThanOrEqual(statSync(join(fonts, font!)).mtimeMs);
});
