/** Cells on the site with its own kernel: what they show while they run, and how they are stopped. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../fixtures/browsers.js";
import { NotebookPage } from "../lab/notebookPage.js";
import { openPage, PATIENCE, visitor, type Visitor } from "./siteBrowser.js";
import { siteWithKernel } from "./siteWithKernel.js";
import type { StaticServer } from "./staticServer.js";

const BROWSERS = [
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox },
];
/** The place of a cell with code. */
const CODE = 1;
const IMAGES = "loadImages({ numTraining: 300, numValidation: 50, numTest: 50 })";
const SWEEP = `import { loadImages } from "two-layer-net";
import { sweep, sweepProgress } from "two-layer-net/notebook";
const found = await sweep(${IMAGES}, { learningRate: [1e-4, 1e-3], hiddenDim: [20, 30, 40, 50] }, { rungs: [5], workers: 2, seed: 1, progress: sweepProgress({ label: "Search" }) });
found.trials.length`;
const TRAINING = `import { loadImages, Solver, TwoLayerNet } from "two-layer-net";
known++;
console.log("begun");
new Solver(new TwoLayerNet({ hiddenDim: 20 }), ${IMAGES}, { numEpochs: 1e6, optimConfig: { learningRate: 1e-6 }, verbose: false }).train();`;

let server: StaticServer;
beforeAll(async () => {
  ({ server } = await siteWithKernel());
}, PATIENCE);
afterAll(() => server?.close());

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`cells in ${name}`, { timeout: 4 * PATIENCE }, () => {
    let browser: Browser;
    let one: Visitor;
    let notebook: NotebookPage;

    beforeAll(async () => {
      browser = await launch();
      one = await visitor(browser, server);
      await one.context.addInitScript(`globalThis.started = []; globalThis.shown = [];
        globalThis.Worker = class extends Worker { constructor(address, options) { super(address, options); started.push(String(address)); } };
        addEventListener("DOMContentLoaded", () => new MutationObserver(() => shown.push([...document.querySelectorAll(".jp-OutputArea-output")].map((output) => output.textContent).join("\\n"))).observe(document, { subtree: true, childList: true, characterData: true }));`);
      notebook = NotebookPage.at(await openPage(one.context, server, "notebooks/?path=exercises.ipynb"));
      await notebook.ready();
    }, 2 * PATIENCE);
    afterAll(() => browser?.close());

    async function interrupted(code: string): Promise<void> {
      await notebook.write(CODE, code);
      await notebook.start(CODE);
      await notebook.output(CODE).filter({ hasText: "begun" }).waitFor();
      await notebook.page.keyboard.press("i");
      await notebook.page.keyboard.press("i");
      await notebook.output(CODE).filter({ hasText: "KeyboardInterrupt: the cell was interrupted" }).waitFor();
    }

    async function value(code: string): Promise<string | null> {
      await notebook.write(CODE, code);
      await notebook.run(CODE);
      return notebook.output(CODE).last().textContent();
    }

    test("a sweep is tried in two workers, and tells how far it is", async () => {
      expect(await value(SWEEP)).toBe("8");
      const { started, shown } = (await notebook.page.evaluate("({ started, shown })")) as { started: string[]; shown: string[] };
      expect(started.filter((address) => /\/trial-[^/]*\.js$/.test(address))).toHaveLength(2);
      const midway = shown.flatMap((text) => {
        const [, done, total] = /Search.* (\d+)\/(\d+)/.exec(text) ?? [];
        return done !== undefined && Number(done) > 0 && Number(done) < Number(total) ? [done] : [];
      });
      expect(midway).not.toEqual([]);
    });

    test("an interrupt of a loop, and of a training, leaves what the cells above have made", async () => {
      expect(await value("let known = 40; known")).toBe("40");
      await interrupted('console.log("begun");\nfor (;;) known = 41;');
      await interrupted(TRAINING);
      expect(await value("known")).toBe("42");
    });

    test("breaks no rule of the page", () => expect(one.offences).toEqual([]));
  });
}
