/** Links between notebooks lead to a notebook of the same edition, and to a heading that it has. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { markdownRenderer } from "../../src/cli/pages/markdown.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";

const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
const files = (path: string) => readdirSync(path).filter((file) => file.endsWith(".ipynb")).map((file) => join(path, file));
const english = files(folder);
const korean = files(join(folder, "ko"));

interface Link {
  readonly notebook: string;
  readonly heading: string;
}

/** What a notebook links to, and what can be linked to in it. */
function read(path: string): { links: Link[]; headings: string[] } {
  const links: Link[] = [];
  const relocate = (url: string) => {
    const [, notebook, heading = ""] = /^([^#]+\.ipynb)(?:#(.*))?$/.exec(url) ?? [];
    if (notebook !== undefined) links.push({ notebook, heading: decodeURIComponent(heading) });
    return url;
  };
  const markdown = markdownRenderer({ renderMath: () => "", relocate });
  for (const cell of readNotebook(readFileSync(path, "utf8"), path).cells) {
    if (cell.cell_type === "markdown") markdown.render(cell.source);
  }
  return { links, headings: markdown.headings.map(({ id }) => id) };
}

const notebooks = new Map([...english, ...korean].map((path) => [path, read(path)]));

test.each([...english, ...korean].map((path) => [path.slice(folder.length + 1), path]))("%s has no dead link to a notebook", (_, path) => {
  const dead = notebooks.get(path)!.links.filter(({ notebook, heading }) => {
    const target = notebooks.get(join(dirname(path), notebook));
    return target === undefined || (heading !== "" && !target.headings.includes(heading));
  });
  expect(dead).toEqual([]);
});

test.each(english.map((path) => [basename(path), path]))("%s links to the same notebooks in Korean", (name, path) => {
  const targets = (of: string) => notebooks.get(of)!.links.map(({ notebook }) => notebook).sort();
  expect(targets(join(folder, "ko", name))).toEqual(targets(path));
});

test("every notebook is linked to from another", () => {
  const linked = new Set(english.flatMap((path) => notebooks.get(path)!.links.map(({ notebook }) => notebook)));
  expect(english.map((path) => basename(path)).filter((name) => !linked.has(name))).toEqual([]);
});
