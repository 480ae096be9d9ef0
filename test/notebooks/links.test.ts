/** Where the notebooks' texts point to: other notebooks of the same edition, and headings in them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { editionFolder, LANGUAGES } from "../../src/cli/editions.js";
import { markdownRenderer } from "../../src/cli/pages/markdown.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The addresses that a notebook's text names, the ids of its headings, which are Jupyter's too, and what is shown as a link is written. */
function linksAndHeadings(path: string): { links: string[]; headings: string[]; raw: string[] } {
  const [links, raw]: string[][] = [[], []];
  const relocate = (url: string) => {
    links.push(url);
    return url;
  };
  const markdown = markdownRenderer({ renderMath: () => "", relocate });
  for (const { cell_type, source } of readNotebook(readFileSync(path, "utf8"), path).cells) {
    if (cell_type === "markdown") raw.push(...(markdown.render(source).replaceAll(/<!--.*?-->|<code.*?<\/code>/gs, "").match(/\[[^\]\n]+\]\([^)\n]+\)/g) ?? []));
  }
  return { links, headings: markdown.headings.map(({ id }) => id), raw };
}

test.each(LANGUAGES)("every link in a notebook leads somewhere: %s", (lang) => {
  const folder = `${root}${editionFolder("notebooks", lang)}`;
  const names = readdirSync(folder).filter((file) => file.endsWith(".ipynb"));
  const texts = new Map(names.map((name) => [name, linksAndHeadings(`${folder}/${name}`)]));
  const all = names.flatMap((name) => texts.get(name)!.links.map((link) => ({ name, link })));
  const lost = all.filter(({ name, link }) => {
    const [, file = "", anchor] = /^([^#]*)(?:#(.*))?$/.exec(decodeURIComponent(link))!;
    if (/^https?:/.test(file)) return false;
    const target = texts.get(file === "" ? name : basename(file));
    if (target === undefined || file.includes("/")) return !existsSync(`${folder}/${file}`);
    return anchor !== undefined && !target.headings.includes(anchor);
  });
  expect(lost).toEqual([]);
  // A line that begins with a comment is HTML to its end.
  expect(names.flatMap((name) => texts.get(name)!.raw.map((text) => ({ name, text })))).toEqual([]);
  expect(all.length).toBeGreaterThan(40);
});
