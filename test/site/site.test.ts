/** The site in browsers, from a server of files alone, below a path of its own: all but the kernel's insides. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../src/jupyter/nbformat/writeNotebook.js";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../fixtures/browsers.js";
import { later } from "../fixtures/later.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { NotebookPage } from "../lab/notebookPage.js";
import { openPage, PATIENCE, visitor, type Visitor } from "./siteBrowser.js";
import { buildSmallSite } from "./smallSite.js";
import { serveFolder, type StaticServer } from "./staticServer.js";

const BROWSERS = [
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox },
];
const EXERCISES = "notebooks/?path=exercises.ipynb";
/** The place of its first cell with code. */
const CODE = 1;
const given = (name: string): string => readFileSync(join(import.meta.dirname, "../../notebooks", name), "utf8");

let server: StaticServer;
const site = join(temporaryFolder(), "site");

beforeAll(async () => {
  await buildSmallSite(site);
  server = await serveFolder(() => site);
}, PATIENCE);
afterAll(() => server?.close());

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`the site in ${name}`, { timeout: 2 * PATIENCE }, () => {
    let browser: Browser;
    let first: Visitor;

    beforeAll(async () => {
      browser = await launch();
      first = await visitor(browser, server);
    }, PATIENCE);
    afterAll(() => browser?.close());

    test("lists the notebooks, in both languages, with threads after one reload", async () => {
      const page = await openPage(first.context, server);
      await page.locator("#tln-List li").first().waitFor();
      expect(await page.locator("#tln-List li").nth(1).textContent()).toContain("0 of 12 exercises pass");
      expect(await page.evaluate("crossOriginIsolated")).toBe(true);
      expect(await page.locator("#tln-Saved").textContent()).toBe("Saved in this browser onlyDownload all");
      await page.getByRole("link", { name: "한국어" }).click();
      await page.locator("#tln-List li", { hasText: "연습 문제" }).waitFor();
      await page.locator(".lm-MenuBar-item", { hasText: "파일" }).waitFor();
      await page.getByRole("link", { name: "English" }).click();
      await page.locator("#tln-List li", { hasText: "Exercises" }).waitFor();
      await page.close();
    });

    test("runs a cell whose keys come as soon as it can be seen", async () => {
      for (let visit = 0; visit < 2; visit++) {
        const notebook = await seen(await openPage(first.context, server, EXERCISES));
        await notebook.select(CODE);
        await notebook.page.keyboard.press("Control+Enter");
        await notebook.done(CODE);
        expect(await notebook.prompt(CODE).textContent()).toBe("[1]:");
        await notebook.page.close();
      }
    });

    test("says on a phone too where the work is, with nothing beside the screen", async () => {
      const page = await first.context.newPage();
      await page.setViewportSize({ width: 390, height: 844 });
      // None is left while it loads: Firefox reports that as an error of the service worker.
      for (const path of ["", EXERCISES]) {
        await page.goto(server.address + path);
        await page.locator("#tln-List li, .jp-Cell").first().waitFor();
        await page.locator("#tln-Saved button").waitFor({ state: "visible" });
        const right = await page.evaluate("Math.max(...[...document.querySelectorAll('#tln-Strip *')].map((part) => part.getBoundingClientRect().right))");
        expect(right).toBeLessThanOrEqual(390);
      }
      await page.close();
    });

    test("keeps what is typed without being told to", async () => {
      const notebook = await seen(await openPage(first.context, server, "notebooks/?path=ko/tuning.ipynb"));
      await notebook.ready();
      await notebook.write(0, "# Mine");
      await stored(notebook.page, "ko/tuning.ipynb", "# Mine");
      await notebook.page.reload();
      await notebook.cell(0).getByRole("heading", { name: "Mine" }).waitFor();
      expect(await kept(notebook.page, "ko/tuning.ipynb")).toBe(withSource(given("ko/tuning.ipynb"), 0, "# Mine"));
      await notebook.page.close();
    });

    test("works without a network after the first visit", async () => {
      const page = await openPage(first.context, server);
      await page.locator("#tln-List li").first().waitFor();
      await until(page, `caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).length >= ${siteFiles(site).length})`);
      await first.context.setOffline(true);
      await page.goto(`${server.address}notebooks/?path=two_layer_net.ipynb`);
      const notebook = await seen(page);
      await notebook.ready();
      await notebook.write(CODE, "40 + 2");
      await notebook.page.keyboard.press("Control+Enter");
      await notebook.output(CODE).filter({ hasText: "42" }).waitFor();
      expect(await page.evaluate("navigator.onLine")).toBe(false);
      await first.context.setOffline(false);
      await page.close();
    });

    test("breaks no rule of the page", () => expect(first.offences).toEqual([]));
  });
}

describe.skipIf(browserIsMissing)("what is written on the site", { timeout: 2 * PATIENCE }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  }, PATIENCE);
  afterAll(() => browser?.close());

  test("is given out as it was given, where nothing was changed", async () => {
    const { context } = await visitor(browser, server);
    const notebook = await seen(await openPage(context, server, EXERCISES));
    await notebook.page.locator("#tln-Saved button").waitFor();
    const { name, content } = await downloaded(notebook.page, () => notebook.page.locator("#tln-Saved button").click());
    expect([name, content]).toEqual(["exercises.ipynb", given("exercises.ipynb")]);
    await context.close();
  });

  test("leads from a text to another notebook's page, without the weight of that notebook", async () => {
    const { context } = await visitor(browser, server);
    const notebook = await seen(await openPage(context, server, EXERCISES));
    const link = notebook.page.locator('.jp-Notebook a[href*="two_layer_net"]').first();
    await expect.poll(() => link.getAttribute("href"), { timeout: PATIENCE }).toBe(`${server.address}notebooks/?path=two_layer_net.ipynb`);
    const opening = later(context.waitForEvent("page"));
    await link.click({ button: "middle" });
    await (await seen(await opening)).cell(0).getByRole("heading").waitFor();
    await context.close();
  });

  test("is kept with what is typed while it is being kept, and not at all before", async () => {
    const { context } = await visitor(browser, server);
    await context.addInitScript(`globalThis.saves = 0;
      let host;
      Object.defineProperty(globalThis, Symbol.for("two-layer-net.host"), { get: () => host, set: (own) => (host = { ...own, fetch: async (request, init) => {
        const [method, url] = [init?.method ?? request.method, request.url ?? String(request)];
        if (method === "PUT" && url.includes("/api/contents/")) {
          globalThis.saves++;
          await new Promise((resolve) => setTimeout(resolve, 400));
        }
        return own.fetch(request, init);
      } }) });`);
    const notebook = await seen(await openPage(context, server, EXERCISES));
    await notebook.ready();
    // The kernel has said what it is: nobody's change.
    await notebook.page.waitForTimeout(2000);
    expect(await notebook.page.evaluate("saves")).toBe(0);
    await notebook.write(0, "# Typed");
    await expect.poll(() => notebook.page.evaluate("saves"), { timeout: PATIENCE, interval: 20 }).toBe(1);
    await notebook.page.waitForTimeout(100);
    await notebook.page.keyboard.insertText(" on");
    await stored(notebook.page, "exercises.ipynb", "# Typed on");
    await notebook.page.waitForTimeout(2000);
    expect(await notebook.page.evaluate("saves")).toBe(2);
    await context.close();
  });

  test("of two pages, neither is overwritten without a question", async () => {
    const { context } = await visitor(browser, server);
    const one = await seen(await openPage(context, server, EXERCISES));
    const two = await seen(await openPage(context, server, EXERCISES));
    await one.ready();
    await two.ready();
    await one.page.bringToFront();
    await one.write(0, "# One");
    await stored(one.page, "exercises.ipynb", "# One");
    await two.page.bringToFront();
    await two.write(0, "# Two");
    await two.dialogButton("Revert").click();
    await two.cell(0).filter({ hasText: "One" }).waitFor();
    expect(await kept(one.page, "exercises.ipynb")).toContain("# One");
    await context.close();
  });

  test("is told of before it is lost where the browser has no room, and can be taken away", async () => {
    const { context } = await visitor(browser, server);
    const page = await context.newPage();
    // Before the page asks: the browser remembers for minutes how much room there is.
    await (await context.newCDPSession(page)).send("Storage.overrideQuotaForOrigin", { origin: new URL(server.address).origin, quotaSize: 1000 });
    await page.goto(server.address + EXERCISES);
    const notebook = await seen(page);
    await notebook.ready();
    await notebook.write(0, "# No room");
    await notebook.page.locator(".jp-Dialog", { hasText: "the browser has no room left to keep exercises.ipynb: download it now" }).waitFor();
    await notebook.dialogButton("Close").click();
    await notebook.page.locator("#tln-Saved.tln-mod-unsaved", { hasText: "Not saved" }).waitFor();
    const { content } = await downloaded(notebook.page, () => notebook.page.locator("#tln-Saved button").click());
    expect(content).toBe(withSource(given("exercises.ipynb"), 0, "# No room"));
    await context.close();
  });

  test("is handed in as a zip with a name, by the menu", async () => {
    const { context } = await visitor(browser, server);
    const notebook = await seen(await openPage(context, server, EXERCISES));
    await notebook.ready();
    await notebook.choose("File", "Hand in…");
    await notebook.page.locator(".jp-Dialog input").fill("Ada Lovelace");
    await notebook.dialogButton("Make").click();
    const link = notebook.page.getByRole("link", { name: /submission\.zip/ });
    const coming = later(notebook.page.waitForEvent("download"));
    await link.click();
    const files = unzipSync(readFileSync(await (await coming).path()));
    const summary = JSON.parse(strFromU8(files["two-layer-net/submission.json"]!)) as { author: string; exercises: { total: number } };
    expect([summary.author, summary.exercises.total]).toEqual(["Ada Lovelace", 12]);
    expect(Object.keys(files)).toContain("two-layer-net/notebooks/exercises.ipynb");
    await context.close();
  });

  test("comes back by upload", async () => {
    const { context } = await visitor(browser, server);
    const page = await openPage(context, server);
    await page.locator("#tln-List li").first().waitFor();
    await page.locator(".lm-TabBar-tab", { hasText: "Files" }).click();
    const chooser = later(page.waitForEvent("filechooser"));
    await page.locator('[title^="Upload"], [aria-label^="Upload"], .jp-ToolbarButtonComponent:has-text("Upload")').first().click();
    const text = withSource(given("exercises.ipynb"), 0, "# From elsewhere");
    await (await chooser).setFiles({ name: "mine.ipynb", mimeType: "application/json", buffer: Buffer.from(text) });
    await stored(page, "mine.ipynb", "# From elsewhere");
    expect(await kept(page, "mine.ipynb")).toBe(text);
    const notebook = await seen(await openPage(context, server, "notebooks/?path=mine.ipynb"));
    await notebook.cell(0).getByRole("heading", { name: "From elsewhere" }).waitFor();
    await context.close();
  });
});

/** The notebook that the page shows, as soon as there are cells. */
async function seen(page: Page): Promise<NotebookPage> {
  const notebook = NotebookPage.at(page);
  await notebook.cell(0).waitFor();
  return notebook;
}

/** The text of a file that the browser keeps for the site; null for none. */
function kept(page: Page, path: string): Promise<string | null> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open("two-layer-net " + new URL(document.body.dataset.root, location.href).pathname);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction("files bytes").objectStore("files bytes").get(${JSON.stringify(path)});
      asked.onsuccess = () => { opening.result.close(); resolve(asked.result === undefined ? null : new TextDecoder().decode(asked.result)); };
    };
  })`);
}

/** Waits until the browser keeps that text. */
async function stored(page: Page, path: string, text: string): Promise<void> {
  await expect.poll(() => kept(page, path), { timeout: PATIENCE }).toContain(text);
}

async function until(page: Page, condition: string): Promise<void> {
  await expect.poll(() => page.evaluate(condition), { timeout: PATIENCE, interval: 500 }).toBe(true);
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; content: string }> {
  const coming = later(page.waitForEvent("download"));
  await act();
  const download = await coming;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
}

/** The text of the notebook with another source in a cell, written as the lab writes it. */
function withSource(text: string, index: number, source: string): string {
  const { metadata, cells } = readNotebook(text, "test");
  return writeNotebook({ metadata, cells: cells.map((cell, place) => (place === index ? { ...cell, source } : cell)) });
}

/** All but the service worker and what is there for hosts. */
function siteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !["sw.js", ".nojekyll"].includes(entry.name)).map(({ name }) => name);
}
