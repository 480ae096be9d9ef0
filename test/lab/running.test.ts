import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { browserIsMissing } from "../fixtures/browsers.js";
import { expectNoOffence, PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { NotebookPage } from "./notebookPage.js";
import { notebookText } from "./testNotebook.js";

const NOTEBOOK = notebookText([
  { id: "imports", source: 'import { showFigure, showTable, track } from "two-layer-net/notebook";\nimport * as dfd from "danfojs-node";' },
  { id: "figure", source: 'showFigure({ data: [{ type: "scatter", x: [1, 2, 3], y: [2, 1, 3] }], layout: { width: 500, height: 300 } }, { alt: "A zigzag." });' },
  { id: "table", source: 'showTable(new dfd.DataFrame([[1, 2], [3, 4]], { columns: ["a", "b"] }));' },
  { id: "progress", source: 'for (const i of track([1, 2, 3, 4], { label: "Counting" })) { const end = Date.now() + 300; while (Date.now() < end); }\nconsole.log("counted");' },
  { id: "endless", source: "while (true);" },
  { id: "after", source: "typeof dfd" },
  { id: "complete", source: "" },
  { id: "inspect", source: "/** Twice its argument. */\nfunction double(value: number) { return 2 * value; }\ndouble(21)" },
]);

const EARLY = notebookText([{ id: "one", source: "const one = 1;" }, { id: "two", source: "one + 1" }]);
/** How long its kernel takes to start. */
const SLOW_START_MS = 1000;

describe.skipIf(browserIsMissing)("running cells, in a browser", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({ "running.ipynb": NOTEBOOK, "early.ipynb": EARLY });
  let notebook: NotebookPage;
  beforeAll(async () => {
    notebook = await NotebookPage.open(here.browser.context, here.lab, "running.ipynb");
  }, PATIENCE);

  test("a figure is drawn by Plotly, with its tools, and named by its alternative text", async () => {
    await notebook.run(0);
    await notebook.run(1);
    await notebook.output(1).locator(".modebar-btn").first().waitFor({ state: "attached" });
    expect(await notebook.output(1).locator(".js-plotly-plot").getAttribute("aria-label")).toBe("A zigzag.");
  });

  test("a cell that is started before the checkpoints are read runs on the notebook's kernel, without a question", async () => {
    const page = await here.browser.context.newPage();
    await page.route("**/checkpoints?*", async (route) => {
      await page.waitForTimeout(SLOW_START_MS);
      await route.continue();
    });
    const early = await NotebookPage.see(page, here.lab, "early.ipynb");
    await early.run(0);
    expect(await page.locator(".jp-Dialog").count()).toBe(0);
    expect(await page.locator(".jp-KernelName").textContent()).toContain("two-layer-net");
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.close();
  });

  test("shows no cell and takes no key before the notebook is loaded", async () => {
    const page = await here.browser.context.newPage();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => { answer = resolve; });
    await page.route("**/api/contents/early.ipynb?*", async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${here.lab.origin}/notebooks/early.ipynb`);
    await page.waitForFunction(() => (document.querySelector(".jp-Notebook .jp-Cell")?.getBoundingClientRect().height ?? 0) > 0);
    expect(await page.locator(".jp-Notebook .jp-Cell").isVisible()).toBe(false);
    await page.keyboard.press("Control+Enter");
    answer();
    const early = NotebookPage.at(page);
    await early.ready();
    await early.run(0);
    await early.run(1);
    expect(await early.output(1).textContent()).toBe("2");
    expect(await page.locator(".jp-Dialog").count()).toBe(0);
    await page.close();
  });

  test("a cell that is started before its kernel is there runs when it is", async () => {
    const page = await here.browser.context.newPage();
    await page.route("**/api/sessions", async (route) => {
      if (route.request().method() === "POST") await page.waitForTimeout(SLOW_START_MS);
      await route.continue();
    });
    const early = await NotebookPage.see(page, here.lab, "early.ipynb");
    await early.run(0);
    await early.run(1);
    expect(await early.output(1).textContent()).toBe("2");
    const kernels = (await (await here.browser.context.request.get(`${here.lab.origin}/api/kernels`)).json()) as unknown[];
    expect(kernels).toHaveLength(2);
    await page.close();
  });

  test("a data frame is a table", async () => {
    await notebook.run(2);
    expect(await notebook.output(2).locator("table.dataframe tbody td").allTextContents()).toEqual(["1", "2", "3", "4"]);
  });

  test("progress is one output that changes in place", async () => {
    await notebook.start(3);
    await notebook.output(3).filter({ hasText: /Counting.*\d\/4/ }).first().waitFor();
    await notebook.done(3);
    await notebook.output(3).filter({ hasText: "counted" }).waitFor();
    expect(await notebook.output(3).count()).toBe(2);
    expect(await notebook.output(3).first().textContent()).toMatch(/Counting.*4\/4/);
  });

  test("an endless loop is interrupted, and names live on", async () => {
    await notebook.start(4);
    await notebook.page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor();
    await notebook.page.keyboard.press("i");
    await notebook.page.keyboard.press("i");
    await notebook.output(4).filter({ hasText: /interrupt/i }).first().waitFor();
    await notebook.run(5);
    expect(await notebook.output(5).textContent()).toContain("object");
  });

  test("Tab completes, and Shift+Tab tells the signature and what it does, inside the parentheses too", async () => {
    const { page } = notebook;
    await notebook.edit(6);
    await page.keyboard.type("con");
    await notebook.cell(6).locator(".jp-mod-completer-enabled").waitFor();
    await page.keyboard.press("Tab");
    await page.locator(".jp-Completer-item", { hasText: "console" }).first().waitFor();
    await page.keyboard.press("Escape");
    await notebook.run(7);
    await notebook.edit(7);
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+Tab");
    const tooltip = page.locator(".jp-Tooltip");
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toMatch(/double[\s\S]*value: number[\s\S]*Twice its argument/);
    await page.keyboard.press("Escape");
  });

  test("restart forgets, after a question", async () => {
    await notebook.select(5);
    await notebook.page.keyboard.press("0");
    await notebook.page.keyboard.press("0");
    await notebook.dialogButton("Confirm Kernel Restart").click();
    await notebook.page.locator(".jp-Dialog").waitFor({ state: "detached" });
    await notebook.ready();
    await notebook.start(5);
    await expect.poll(() => notebook.output(5).first().textContent(), { timeout: PATIENCE }).toContain("Cannot find name 'dfd'");
  });

  test("the first ten cells of a notebook give the outputs that are kept with it, after restart and run all", async () => {
    const name = "two_layer_net.ipynb";
    const kept = JSON.parse(readFileSync(join(import.meta.dirname, "../../notebooks", name), "utf8")) as { cells: Kept[] };
    const two = await NotebookPage.open(here.browser.context, here.lab, name);
    await two.page.getByRole("button", { name: /^Restart the kernel and run all/ }).click();
    await two.dialogButton("Confirm Kernel Restart").click();
    const code = kept.cells.flatMap((cell, index) => (cell.cell_type === "code" ? [{ ...cell, index }] : [])).slice(0, 10);
    // Until then the kept numbers stand there.
    await two.prompt(code.at(-1)!.index).filter({ hasNotText: /\d/ }).waitFor();
    for (const { index } of code) await two.done(index);
    for (const { index, id, outputs } of code) {
      if (DEPENDS_ON_MACHINE.has(id)) continue;
      expect(await two.output(index).locator("pre").allTextContents(), id).toEqual(outputs.filter(({ text }) => text).map(({ text }) => text!.join("")));
    }
    await two.page.keyboard.press("i");
    await two.page.keyboard.press("i");
    await two.page.close();
  });

  test("nothing of that broke the page's rules", () => expectNoOffence(here.browser));
});

interface Kept {
  readonly id: string;
  readonly cell_type: string;
  readonly outputs: readonly { readonly text?: readonly string[] }[];
}

/** Its engine, and whether it has the real images. */
const DEPENDS_ON_MACHINE = new Set(["engine", "data"]);
