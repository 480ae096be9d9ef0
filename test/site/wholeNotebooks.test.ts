/** All notebooks, run to their end on the kernels of a page in a browser, some in both, show line by line what they show in Node. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../fixtures/browsers.js";
import { type Site, startSite } from "../jupyter/worker/site.js";
import { runInNode, runInPage } from "./notebookRuns.js";
import { differences } from "./shownLines.js";

const MINUTES = 60_000;
const { notebooks } = JSON.parse(readFileSync(join(import.meta.dirname, "../../notebooks/package.json"), "utf8")) as { notebooks: string[] };
/** All in English; in Korean, of which the cells are the same, one. */
const NAMES = [...notebooks, "ko/exercises"];
/** Trainings take half of the time, and in a second browser tell little more: there they run with `--mode long`, or where it is the only one. */
const TRAININGS = ["two_layer_net", "activations", "generalisation", "tuning"];
const BROWSERS = [
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser, leavesOut: [] as string[] },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox, leavesOut: process.env.MODE === "long" || browserIsMissing ? [] : TRAININGS },
].filter(({ missing }) => !missing);

describe.skipIf(BROWSERS.length === 0)("in a page as in Node", () => {
  let site: Site;
  let browsers: readonly { readonly name: string; readonly browser: Browser; readonly leavesOut: readonly string[] }[] = [];

  beforeAll(async () => {
    site = await startSite();
    browsers = await Promise.all(BROWSERS.map(async ({ launch, ...rest }) => ({ ...rest, browser: await launch() })));
  }, MINUTES);
  afterAll(async () => {
    await Promise.all(browsers.map(({ browser }) => browser.close()));
    site?.close();
  });

  test.each(NAMES)("%s", { timeout: 15 * MINUTES }, async (notebook) => {
    const taking = browsers.filter(({ leavesOut }) => !leavesOut.includes(notebook));
    // Side by side: what one of them does on one thread leaves a core to the others.
    const [node, ...pages] = await Promise.all([runInNode(notebook), ...taking.map(({ browser }) => runInPage(browser, site, notebook))]);
    for (const [index, { name }] of taking.entries()) expect([name, differences(node!, pages[index]!, name)]).toEqual([name, []]);
  });
});
