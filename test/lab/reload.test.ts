import { describe, expect, test } from "vitest";
import { browserIsMissing } from "../fixtures/browsers.js";
import { expectNoOffence, PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { NotebookPage } from "./notebookPage.js";
import { notebookText } from "./testNotebook.js";

/** Goes on until it is told, so that no test depends on how fast the machine is. */
const COUNTING = `import { existsSync } from "node:fs";
import { track } from "two-layer-net/notebook";
for (const i of track(Array.from({ length: 1000 }, (_, i) => i), { label: "Steps" })) {
  const end = Date.now() + 100;
  while (Date.now() < end);
  if (existsSync("stop")) break;
}
console.log("the end");`;

describe.skipIf(browserIsMissing)("a page that is loaded while a cell runs", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({ "long.ipynb": notebookText([{ id: "long", source: COUNTING }, { id: "next", source: '"ran"' }]) });

  test("goes on showing its progress, then what was queued, and so does a second tab", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "long.ipynb");
    const steps = async ({ page }: NotebookPage) => Number(/(\d+)\/1000/.exec((await page.locator(".jp-OutputArea-output").first().textContent()) ?? "")?.[1] ?? -1);
    await notebook.start(0);
    await notebook.start(1);
    await expect.poll(() => steps(notebook), { timeout: PATIENCE }).toBeGreaterThan(2);
    const before = await steps(notebook);
    await notebook.page.reload();
    await expect.poll(() => steps(notebook), { timeout: PATIENCE }).toBeGreaterThan(before);
    expect(await notebook.prompt(0).textContent()).toContain("*");
    const second = await NotebookPage.open(here.browser.context, here.lab, "long.ipynb");
    await expect.poll(() => steps(second), { timeout: PATIENCE }).toBeGreaterThan(before);
    await second.page.evaluate("fetch('/api/contents/stop', { method: 'PUT', body: JSON.stringify({ type: 'file', format: 'text', content: '' }) })");
    for (const tab of [notebook, second]) {
      await tab.done(0);
      await tab.done(1);
      expect(await tab.output(0).last().textContent()).toBe("the end\n");
      expect(await tab.output(0).count()).toBe(2);
      expect(await tab.output(1).textContent()).toContain("ran");
    }
  });

  test("nothing of that broke the page's rules", () => expectNoOffence(here.browser));
});
