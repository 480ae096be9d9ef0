/** Writes pages into the output folder. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import type { Page } from "./documentHtml.js";
import { indexPage } from "./indexPage.js";
import { notebookPage, type PageSource } from "./notebookPage.js";
import { writeMathAssets, writePlotAssets } from "./pageAssets.js";
import type { Site } from "./site.js";

/** Writes the notebook's page and returns its path. */
export function writeNotebookPage(source: PageSource, site: Site): string {
  return writePage(join(site.out, `${source.name}.html`), notebookPage(source, site), site);
}

/** Writes the list of the executed notebooks that lie in the folder and returns its path. */
export function writeIndexPage(site: Site, lang: string): string {
  const sources = site.names.flatMap((name) => executed(name, site, lang));
  return writePage(join(site.out, "index.html"), indexPage(sources, site, lang), site);
}

function writePage(path: string, { html, math, plotly }: Page, site: Site): string {
  if (math) writeMathAssets(site.out);
  if (plotly) writePlotAssets(site.out);
  writeFileAtomic(path, html);
  return path;
}

/** Empty for one that has no page, or cannot be read. */
function executed(name: string, site: Site, lang: string): PageSource[] {
  if (!existsSync(join(site.out, `${name}.html`))) return [];
  try {
    const notebook = readNotebook(readFileSync(join(site.out, `${name}.ipynb`), "utf8"), name);
    return [{ name, path: join(site.notebooks, `${name}.ipynb`), notebook, lang }];
  } catch {
    return [];
  }
}
