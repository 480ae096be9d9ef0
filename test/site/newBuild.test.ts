/** A new build of the site in the place of an old one, in a browser that knows the old one. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserIsMissing, launchBrowser } from "../fixtures/browsers.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { NotebookPage } from "../lab/notebookPage.js";
import { openPage, PATIENCE, visitor, type Visitor } from "./siteBrowser.js";
import { buildSmallSite } from "./smallSite.js";
import { serveFolder, type StaticServer } from "./staticServer.js";

const ROOT = join(import.meta.dirname, "../..");
const EXERCISES = "notebooks/?path=exercises.ipynb";
const CODE = 1;

/** The project as it is, but for the heading of a notebook. */
function laterProject(): string {
  const root = temporaryFolder();
  for (const name of readdirSync(ROOT)) if (name !== "notebooks") symlinkSync(join(ROOT, name), join(root, name));
  mkdirSync(join(root, "notebooks"));
  for (const name of readdirSync(join(ROOT, "notebooks"))) if (name !== "node_modules") cpSync(join(ROOT, "notebooks", name), join(root, "notebooks", name), { recursive: true });
  const path = join(root, "notebooks/tuning.ipynb");
  const { cells, ...rest } = JSON.parse(readFileSync(path, "utf8")) as { cells: { source: string[] }[] };
  cells[0]!.source = ["# Of the later build"];
  writeFileSync(path, JSON.stringify({ ...rest, cells }));
  return root;
}

describe.skipIf(browserIsMissing)("a new build over an old one", { timeout: 4 * PATIENCE }, () => {
  const folder = temporaryFolder();
  let current = join(folder, "early");
  let server: StaticServer;
  let browser: Browser;
  let one: Visitor;
  const missing: string[] = [];

  beforeAll(async () => {
    await buildSmallSite(join(folder, "early"), ROOT, null, "worker-early.js");
    await buildSmallSite(join(folder, "late"), laterProject(), null, "worker-late.js");
    server = await serveFolder(() => current);
    browser = await launchBrowser();
    one = await visitor(browser, server);
    one.context.on("response", (answer) => void (answer.status() >= 400 && missing.push(answer.url())));
  }, 2 * PATIENCE);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function seen(path: string): Promise<NotebookPage> {
    const notebook = NotebookPage.at(await openPage(one.context, server, path));
    await notebook.ready();
    return notebook;
  }

  async function kernelOf(notebook: NotebookPage): Promise<string | null> {
    await notebook.write(CODE, "small.name");
    await notebook.page.keyboard.press("Control+Enter");
    return notebook.output(CODE).filter({ hasText: "worker-" }).textContent();
  }

  /** All files of the build are in the browser. */
  async function kept(page: Page): Promise<void> {
    const count = readdirSync(current, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length - 2;
    await expect.poll(() => page.evaluate("caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).length)"), { timeout: PATIENCE }).toBeGreaterThanOrEqual(count);
  }

  test("stays away while a page of the old one is open; then it comes, whole, and what was written is still there", async () => {
    const list = await openPage(one.context, server);
    await list.locator("#tln-List li").first().waitFor();
    await kept(list);
    const old = await seen(EXERCISES);
    await old.write(0, "# Mine");
    await expect.poll(() => old.page.locator("#tln-Saved").textContent(), { timeout: PATIENCE }).toContain("Saved");

    current = join(folder, "late");
    const between = await seen("notebooks/?path=tuning.ipynb");
    await between.page.evaluate("navigator.serviceWorker.getRegistration().then((registration) => registration.update())");
    await expect.poll(() => between.page.evaluate("navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null)"), { timeout: PATIENCE }).toBe(true);
    await between.page.reload();
    await between.ready();
    expect(await between.cell(0).textContent()).not.toContain("Of the later build");
    expect(await kernelOf(between)).toBe("worker-early.js");
    await Promise.all([list, old.page, between.page].map((page) => page.close()));

    const fresh = await seen(EXERCISES);
    await fresh.cell(0).getByRole("heading", { name: "Mine" }).waitFor();
    expect(await kernelOf(fresh)).toBe("worker-late.js");
    await fresh.page.close();
    const tuning = await seen("notebooks/?path=tuning.ipynb");
    await tuning.cell(0).filter({ hasText: "Of the later build" }).waitFor();
    // A file of the other build would not be there.
    expect(missing).toEqual([]);
    expect(one.offences).toEqual([]);
  });
});
