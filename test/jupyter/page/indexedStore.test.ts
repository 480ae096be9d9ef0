/** One table for every store: the disk's, a page's in its browsers, and the one of the tests. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NodeStore } from "../../../src/jupyter/server/nodeStore.js";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../../fixtures/browsers.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { MemoryStore } from "../server/memoryStore.js";
import { servePage, type ServedPage } from "./servePage.js";
import { cases } from "./storeCases.js";

const named = Object.entries(cases);

describe("a store in memory", () => {
  it.each(named.filter(([name]) => !name.startsWith("knows nothing")))("%s", async (_, { ask, answer }) => expect(await ask(new MemoryStore())).toEqual(answer));
});

describe("a store on the disk", () => {
  it.each(named)("%s", async (_, { ask, answer }) => {
    const folder = join(temporaryFolder(), "store");
    mkdirSync(folder);
    expect(await ask(new NodeStore(folder))).toEqual(answer);
  });
});

const BROWSERS = [
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox },
];

for (const { name: browserName, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`a store in ${browserName}`, { timeout: 120_000 }, () => {
    let browser: Browser;
    let page: Page;
    let served: ServedPage;

    beforeAll(async () => {
      [served, browser] = await Promise.all([servePage("storesInBrowser.ts"), launch()]);
      page = await browser.newPage();
      await page.goto(served.address);
      await page.waitForFunction("globalThis.ask");
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      served?.close();
    });

    it.each(named)("%s", async (name, { answer }) => expect(await page.evaluate(`ask(${JSON.stringify(name)})`)).toEqual(answer));

    it("keeps it beyond the page, and two stores apart", async () => {
      await page.evaluate('ask("keeps texts and bytes")');
      await page.reload();
      await page.waitForFunction("globalThis.again");
      expect(await page.evaluate('again("keeps texts and bytes")')).toEqual([2, 0]);
    });
  });
}
