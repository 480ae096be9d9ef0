/** Writes pages into the output folder. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../../files/writeFileAtomic.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { indexPage } from "./indexPage.js";
import { notebookPage, type PageSource } from "./notebookPage.js";
import { writeMathAssets, writePlotAssets } from "./pageAssets.js";
import type { Site } from "./site.js";

/** Writes the notebook's page and returns its path. */
export function writeNotebookPage(source: PageSource, site: Site): string {
  const html = notebookPage(source, site);
  if (html.includes("/katex.min.css")) writeMathAssets(site.out);
  if (html.includes("/plotly.min.js")) writePlotAssets(site.out);
  const path = join(site.out, `${source.name}.html`);
  writeFileAtomic(path, html);
  return path;
}

/** Writes the list of the executed notebooks that lie in the folder and returns its path. */
export function writeIndexPage(site: Site, lang: string): string {
  const sources = site.names.flatMap((name) => executed(name, site, lang));
  const html = indexPage(sources, site, lang);
  if (html.includes("/katex.min.css")) writeMathAssets(site.out);
  const path = join(site.out, "index.html");
  writeFileAtomic(path, html);
  return path;
}

/** Empty for one that did not run or cannot be read: its page was not written either. */
function executed(name: string, site: Site, lang: string): PageSource[] {
  try {
    const notebook = readNotebook(readFileSync(join(site.out, `${name}.ipynb`), "utf8"), name);
    return [{ name, path: join(site.notebooks, `${name}.ipynb`), notebook, lang }];
  } catch {
    return [];
  }
}
