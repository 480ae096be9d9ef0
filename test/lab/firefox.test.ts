/** What the lab does in Chromium it does in Firefox: what differs between browsers is keys, pictures, policy and sockets. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { firefoxIsMissing } from "../fixtures/browsers.js";
import { expectNoOffence, openFirefox, PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { NotebookPage } from "./notebookPage.js";
import { notebookText } from "./testNotebook.js";

const NOTEBOOK = notebookText([
  { id: "text", type: "markdown", source: "Some $x^2$." },
  { id: "figure", source: 'import { showFigure } from "two-layer-net/notebook";\nshowFigure({ data: [{ type: "scatter", x: [1, 2], y: [2, 1] }] }, { alt: "A line." });' },
  { id: "endless", source: "while (true);" },
  { id: "after", source: "1 + 1" },
]);

describe.skipIf(firefoxIsMissing)("the lab in Firefox", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({ "fox.ipynb": NOTEBOOK }, [], openFirefox);

  test("lists the notebooks", async () => {
    await here.browser.page.locator("#tln-List li").first().waitFor();
    expect(await here.browser.page.locator("#tln-List li").nth(1).textContent()).toContain("Exercises");
  });

  test("shows formulas, saves unchanged to the byte, draws figures, interrupts and goes on", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "fox.ipynb");
    await notebook.cell(0).locator(".katex").first().waitFor();
    await notebook.select(1);
    await notebook.save();
    expect(readFileSync(join(here.lab.notebooks, "fox.ipynb"), "utf8")).toBe(NOTEBOOK);
    await notebook.run(1);
    await notebook.output(1).locator(".js-plotly-plot .main-svg").first().waitFor();
    await notebook.start(2);
    await notebook.page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor();
    await notebook.page.keyboard.press("i");
    await notebook.page.keyboard.press("i");
    await notebook.output(2).filter({ hasText: /interrupt/i }).first().waitFor();
    await notebook.run(3);
    expect(await notebook.output(3).textContent()).toBe("2");
  });

  test("breaks no rule of the page", () => expectNoOffence(here.browser));
});
