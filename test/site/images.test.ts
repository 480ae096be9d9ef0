/** Real images on the site: those that come with it, and the reader's own, from the button to the cell. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/cli/site/buildSite.js";
import { Terminal } from "../../src/cli/terminal.js";
import { BATCH_NAMES, labelOf, tarGz, tinyArchive, tinyCifar10 } from "../data/tinyCifar10.js";
import { browserIsMissing, launchBrowser } from "../fixtures/browsers.js";
import { later } from "../fixtures/later.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { NotebookPage } from "../lab/notebookPage.js";
import { openPage, PATIENCE, visitor } from "./siteBrowser.js";
import { serveFolder, type StaticServer } from "./staticServer.js";

const ROOT = join(import.meta.dirname, "../..");
const NOTEBOOK = "notebooks/?path=exercises.ipynb";
/** The place of its first cell with code. */
const CODE = 1;
const OF_SITE = `CIFAR-10, 15 + 3 images ${labelOf(4, 2)}`;
const OF_READER = `CIFAR-10, 10 + 2 images ${labelOf(4, 1)}`;

describe.skipIf(browserIsMissing)("images of the site", { timeout: 4 * PATIENCE }, () => {
  const site = join(temporaryFolder(), "site");
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    await buildSite({ out: site, images: tinyCifar10([4, 4, 4, 4, 4, 4]), perBatch: 3, help: false }, { root: ROOT, workingDirectory: ROOT, terminal: new Terminal({ write: () => true }) });
    server = await serveFolder(() => site);
    browser = await launchBrowser();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test("are those beside it, loaded when a cell asks for them, until the reader chooses his own, which a restarted kernel takes", async () => {
    const { context, offences } = await visitor(browser, server);
    const notebook = NotebookPage.at(await openPage(context, server, NOTEBOOK));
    await notebook.ready();
    expect(await value(notebook, "(1 + 1)")).toBe("2");
    expect(server.asked.filter((path) => path.startsWith("images/"))).toEqual([]);
    expect(await shown(notebook)).toBe(OF_SITE);

    const list = await openPage(context, server);
    const images = list.locator(".tln-Images");
    await images.filter({ hasText: "a part of CIFAR-10 that comes with this page, 15 to train and validate with + 3 to test with" }).waitFor();
    await choose(list, [{ name: "cifar-10-python.tar.gz", buffer: await tarGz(["data_batch_1", "test_batch"].map((name) => ({ name: `cifar-10-batches-py/${name}` }))) }]);
    await problem(images).filter({ hasText: "got the Python version" }).waitFor();
    expect(await images.textContent()).toContain("comes with this page");

    await choose(list, [{ name: "cifar-10-binary.tar.gz", buffer: await tinyArchive() }]);
    await images.filter({ hasText: "your own CIFAR-10, 10 to train and validate with + 2 to test with" }).waitFor();
    expect(await images.textContent()).toContain("Notebooks that are open use them after Kernel > Restart Kernel.");
    expect(await problem(images).textContent()).toBe("");

    await notebook.page.bringToFront();
    expect(await shown(notebook)).toBe(OF_SITE);
    await notebook.choose("Kernel", /^Restart Kernel…/);
    await notebook.dialogButton("Confirm Kernel Restart").click();
    await expect.poll(() => shown(notebook), { timeout: PATIENCE }).toBe(OF_READER);

    await list.bringToFront();
    const coming = later(list.waitForEvent("download"));
    await list.locator("#tln-Saved button").click();
    expect(Object.keys(unzipSync(readFileSync(await (await coming).path()))).filter((path) => /cifar|batch/.test(path))).toEqual([]);
    await list.reload();
    await images.getByRole("button", { name: "Remove" }).click();
    await images.filter({ hasText: "comes with this page" }).waitFor();

    const kept = "caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).filter(({ url }) => url.includes('/images/')).length)";
    await expect.poll(() => list.evaluate(kept), { timeout: PATIENCE, interval: 500 }).toBe(7);
    await context.setOffline(true);
    const offline = NotebookPage.at(await openPage(context, server, NOTEBOOK));
    await offline.ready();
    expect(await shown(offline)).toBe(OF_SITE);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("are refused where there is no room, and a Korean page says so", async () => {
    const { context, offences } = await visitor(browser, server);
    const list = await context.newPage();
    // Before the page asks: the browser remembers for minutes how much room there is.
    await (await context.newCDPSession(list)).send("Storage.overrideQuotaForOrigin", { origin: new URL(server.address).origin, quotaSize: 1000 });
    await list.goto(`${server.address}?lang=ko`);
    const images = list.locator(".tln-Images");
    await images.filter({ hasText: "이 페이지에 딸린 CIFAR-10의 일부, 훈련과 검증용 15장 + 시험용 3장" }).waitFor();
    await choose(list, BATCH_NAMES.map((name) => ({ name, buffer: new Uint8Array(200 * 3073) })));
    await problem(images).filter({ hasText: "브라우저에 이 이미지를 보관할 자리가 없습니다. 4 MB가 필요합니다." }).waitFor();
    expect(await images.textContent()).toContain("이 페이지에 딸린");
    expect(offences).toEqual([]);
    await context.close();
  });
});

function problem(images: Locator): Locator {
  return images.locator(".tln-Images-problem");
}

async function choose(page: Page, files: readonly { readonly name: string; readonly buffer: Uint8Array }[]): Promise<void> {
  const chooser = later(page.waitForEvent("filechooser"));
  await page.getByRole("button", { name: /CIFAR-10/ }).click();
  await (await chooser).setFiles(files.map(({ name, buffer }) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) })));
}

let runs = 0;

/** What the cell prints. */
async function value(notebook: NotebookPage, expression: string, before = ""): Promise<string> {
  const mark = `run ${++runs}: `;
  await notebook.write(CODE, `${before}console.log("${mark}" + ${expression})`);
  await notebook.select(CODE);
  await notebook.page.keyboard.press("Control+Enter");
  const output = notebook.output(CODE).filter({ hasText: mark });
  await output.waitFor();
  return (await output.textContent())!.trim().slice(mark.length);
}

/** What the library says of its images, and the last label of those to train with. */
function shown(notebook: NotebookPage): Promise<string> {
  return value(notebook, "`${source} ${notice}${yTrain.data.at(-1)}`", 'import { loadImages } from "two-layer-net";\nconst { source, yTrain, notice } = loadImages({ numValidation: 0, numTest: 1 });\n');
}
