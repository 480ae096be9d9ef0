/** The site with its own kernel: what comes over the wire, the worked notebook to its end, and a browser without threads. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installedIsMissing, launchInstalledBrowser } from "../fixtures/browsers.js";
import { NotebookPage } from "../lab/notebookPage.js";
import { openPage, PATIENCE, visitor } from "./siteBrowser.js";
import { siteWithKernel } from "./siteWithKernel.js";
import type { StaticServer } from "./staticServer.js";

/** Bytes, packed as a host sends them. */
const FIRST_CELL = 4_000_000;
/** Of the process of a tab that has run all of the assignment. */
const TAB = 500_000_000;

describe.skipIf(installedIsMissing)("the site with its kernel", { timeout: 4 * PATIENCE }, () => {
  let site: string;
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    ({ site, server } = await siteWithKernel());
    // Which can say what a tab takes.
    browser = await launchInstalledBrowser();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const packed = (): number => [...new Set(server.asked)].reduce((sum, path) => sum + gzipSync(readFileSync(join(site, path))).length, 0);

  test("runs the first cell on 4 MB, and on nothing at the second visit", async () => {
    const { context, offences } = await visitor(browser, server);
    for (const limit of [FIRST_CELL, 0]) {
      server.asked.length = 0;
      const notebook = NotebookPage.at(await openPage(context, server, "notebooks/?path=two_layer_net.ipynb"));
      await notebook.cell(0).waitFor();
      await notebook.select(1);
      await notebook.page.keyboard.press("Control+Enter");
      await notebook.page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
      await notebook.done(1);
      // That there is no newer site, the browser asks about by itself.
      server.asked.splice(0, server.asked.length, ...server.asked.filter((path) => path !== "sw.js"));
      expect(packed()).toBeLessThanOrEqual(limit);
      await notebook.page.close();
    }
    expect(offences).toEqual([]);
    await context.close();
  });

  test("runs the worked notebook, with its checks", async () => {
    const { context, offences } = await visitor(browser, server);
    const notebook = NotebookPage.at(await openPage(context, server, "notebooks/?path=two_layer_net.ipynb"));
    await notebook.ready();
    await notebook.choose("Run", /^Run All Cells/);
    const { page } = notebook;
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor();
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor({ timeout: 3 * PATIENCE });
    await page.keyboard.press("ControlOrMeta+s");
    const cells = `new Promise((resolve) => {
      const opening = indexedDB.open("two-layer-net " + new URL(document.body.dataset.root, location.href).pathname);
      opening.onsuccess = () => {
        const asked = opening.result.transaction("files bytes").objectStore("files bytes").get("two_layer_net.ipynb");
        asked.onsuccess = () => {
          opening.result.close();
          const { cells } = asked.result === undefined ? { cells: [] } : JSON.parse(new TextDecoder().decode(asked.result));
          const code = cells.filter((cell) => cell.cell_type === "code");
          resolve({ all: code.length > 0 && code.every((cell) => cell.execution_count !== null), errors: code.flatMap((cell) => cell.outputs).filter(({ output_type }) => output_type === "error") });
        };
      };
    })`;
    await expect.poll(() => page.evaluate(cells), { timeout: PATIENCE }).toEqual({ all: true, errors: [] });
    if (process.platform === "linux") expect(await tabMemory(browser, page)).toBeLessThan(TAB);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("works on one thread where there is no service worker, and an interrupt costs what the kernel knew", async () => {
    const { context, offences } = await visitor(browser, server, { serviceWorkers: "block" });
    const notebook = NotebookPage.at(await openPage(context, server, "notebooks/?path=exercises.ipynb"));
    await notebook.ready();
    expect(await notebook.page.evaluate("crossOriginIsolated")).toBe(false);
    await notebook.write(1, "let known = 1; while (true);");
    await notebook.start(1);
    await notebook.page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor();
    await notebook.page.keyboard.press("i");
    await notebook.page.keyboard.press("i");
    await notebook.output(1).filter({ hasText: "What it knew is lost; run the cells above again" }).waitFor();
    await notebook.write(1, "1 + 1");
    await notebook.run(1);
    expect(await notebook.output(1).textContent()).toBe("2");
    expect(offences).toEqual([]);
    await context.close();
  });
});

/** What the largest process of a tab takes, its share of pages that it has with others counted in, once its garbage is collected. */
async function tabMemory(browser: Browser, page: Page): Promise<number> {
  // This collects it, in workers too.
  await page.evaluate("performance.measureUserAgentSpecificMemory()");
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => /^Pss: +(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))![1]);
  return 1024 * Math.max(...sizes.map(Number));
}
