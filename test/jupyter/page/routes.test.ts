/** The tables of the server's routes, run against those of a page: in browsers, over what they keep and the workers they have. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, vi } from "vitest";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../../fixtures/browsers.js";
import { describeAbout } from "../server/aboutTable.js";
import { describeFiles } from "../server/contentsTable.js";
import { describeKernels } from "../server/kernelsTable.js";
import { PageHost } from "./pageHost.js";
import { servePage, type ServedPage } from "./servePage.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const BROWSERS = [
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox },
];

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`the page's lab in ${name}`, () => {
    let served: ServedPage;
    let browser: Browser;
    let host: PageHost;
    // Which is there when the tests run.
    const lab = new Proxy({} as PageHost, { get: (_, key: keyof PageHost) => (typeof host[key] === "function" ? (host[key] as Function).bind(host) : host[key]) });

    beforeAll(async () => {
      [served, browser] = await Promise.all([servePage("labInPage.ts"), launch()]);
      host = new PageHost(await browser.newPage(), served.address);
      await host.begin();
    });
    afterAll(async () => {
      await browser?.close();
      served?.close();
    });

    describeAbout(lab);
    describe("kernels", () => void describeKernels(lab));
    describe("files", () => void describeFiles(lab));
  });
}
