import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browserIsMissing } from "../fixtures/browsers.js";
import { later } from "../fixtures/later.js";
import { expectNoOffence, PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { NotebookPage } from "./notebookPage.js";
import { notebookText } from "./testNotebook.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is not ours to mend: Jupyter's buttons are elements of its own, of whose role axe does not know. */
const OTHERS = /^aria-allowed-attr: <jp-button/;

const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

const NOTEBOOK = notebookText([
  { id: "title", type: "markdown", source: "# A title\n\n## A part\n\nSome $x^2$." },
  { id: "picture", source: "1", outputs: [{ output_type: "display_data", data: { "image/png": PICTURE, "text/plain": "[picture: A dot.]" }, metadata: {} }] },
  { id: "failing", source: `throw new Error("${"a long diagnosis that says what was expected and what came, ".repeat(10)}")` },
]);

interface Fault {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(browserIsMissing)("the look of the lab, in a browser", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({ "look.ipynb": NOTEBOOK });

  /** Serious faults that axe finds. Run past the policy, as an extension of the browser would be. */
  async function faults(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate(`axe.run({ resultTypes: ["violations"] })`) as { violations: Fault[] };
    const serious = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)).filter((fault) => !OTHERS.test(fault));
  }

  test("the list names the notebooks in reading order, and what is answered", async () => {
    const { page } = here.browser;
    const items = page.locator("#tln-List li");
    await items.first().waitFor();
    expect(await items.locator("a").allTextContents()).toEqual(["Neural networks", "Exercises", "Two-layer net", "Backpropagation by hand", "Activations", "Generalisation", "Tuning", "Test"]);
    expect(await items.nth(1).textContent()).toContain("0 of 12 exercises pass");
    for (const index of [1, 2]) expect(await items.nth(index).textContent()).toContain("0 of 2 questions answered");
    expect(await faults(page)).toEqual([]);
  });

  test("the list is walked and a notebook opened by keys alone", async () => {
    const { page, context } = here.browser;
    await page.bringToFront();
    await page.locator("#tln-List li a").first().waitFor();
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      if (await page.locator("#tln-List li a", { hasText: "Two-layer net" }).evaluate((link) => link === link.ownerDocument.activeElement)) break;
    }
    const opened = later(context.waitForEvent("page"));
    await page.keyboard.press("Enter");
    const notebook = await opened;
    await expect.poll(() => notebook.url(), { timeout: PATIENCE }).toContain("/notebooks/two_layer_net.ipynb");
    await notebook.close();
  });

  test("pictures have their alternative texts, outputs break their lines, contents are listed, axe finds nothing serious of ours", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "look.ipynb");
    expect(await notebook.output(1).locator("img").getAttribute("alt")).toBe("A dot.");
    await notebook.start(2);
    await notebook.output(2).filter({ hasText: "a long diagnosis" }).first().waitFor();
    const [shown, needed] = await notebook.output(2).first().evaluate((node): [number, number] => [node.clientWidth, node.scrollWidth]);
    expect(needed).toBeLessThanOrEqual(shown);
    await notebook.choose("View", "Table of Contents");
    await notebook.page.locator(".jp-TableOfContents-tree", { hasText: "A part" }).waitFor();
    expect(await faults(notebook.page)).toEqual([]);
    await notebook.page.close();
  });

  test("the dark theme is dark, stays after a reload, and can be read", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "look.ipynb");
    await notebook.choose("Settings", "Theme", "JupyterLab Dark");
    await notebook.page.locator('body[data-jp-theme-light="false"]').waitFor({ state: "attached" });
    await notebook.page.waitForLoadState("networkidle");
    await notebook.page.reload();
    await notebook.ready();
    await notebook.page.locator('body[data-jp-theme-light="false"]').waitFor({ state: "attached" });
    const [red] = (await notebook.page.locator(".jp-Notebook").evaluate((node): string => node.ownerDocument.defaultView!.getComputedStyle(node).backgroundColor)).match(/\d+/g)!.map(Number);
    expect(red).toBeLessThan(64);
    expect(await faults(notebook.page)).toEqual([]);
    await notebook.choose("Settings", "Theme", "JupyterLab Light");
    await notebook.page.locator('body[data-jp-theme-light="true"]').waitFor({ state: "attached" });
    await notebook.page.close();
  });

  test("a narrow screen shows the list and a notebook without scrolling sideways", async () => {
    const page = await here.browser.context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["/tree", "/notebooks/look.ipynb"]) {
      await page.goto(here.lab.origin + path);
      await page.locator("#tln-List li, .jp-Cell").first().waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(390);
    }
    await page.close();
  });

  test("nothing of that broke the page's rules", () => expectNoOffence(here.browser));
});

describe.skipIf(browserIsMissing)("the lab in Korean, in a browser", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({}, ["--lang", "ko"]);

  test("the list and its tabs are Korean", async () => {
    await here.browser.page.locator("#tln-List li").first().waitFor();
    expect(await here.browser.page.getByRole("tab").allTextContents()).toEqual(["노트북", "파일", "실행 중"]);
    expect(await here.browser.page.locator("#tln-List li").nth(1).textContent()).toContain("질문 2개 중 0개 답함");
  });

  test("no word of a menu or of the toolbar is English", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "ko/two_layer_net.ipynb");
    const { page } = notebook;
    const menus = await page.locator(".lm-MenuBar-itemLabel").allTextContents();
    expect(menus).toEqual(["파일", "편집", "보기", "실행", "커널", "설정", "도움말"]);
    const english: string[] = [];
    for (const menu of menus) {
      await page.locator(".lm-MenuBar-item", { hasText: menu }).first().click();
      english.push(...(await page.locator(".lm-Menu .lm-Menu-itemLabel:visible").allTextContents()).filter(isEnglish));
      await page.keyboard.press("Escape");
    }
    const buttons = page.locator(".jp-NotebookPanel-toolbar :is(button, jp-button, select):visible");
    for (const button of await buttons.all()) english.push(...[await button.getAttribute("title") ?? "", await button.getAttribute("aria-label") ?? ""].filter(isEnglish));
    expect(english).toEqual([]);
    await page.close();
  });

  test("nothing of that broke the page's rules", () => expectNoOffence(here.browser));
});

/** Two words in a row that no Korean text has; names of things stay as they are. */
const isEnglish = (text: string) => /[a-z]{3,}/i.test(text.replace(/two-layer-net|TypeScript|JupyterLab|Jupyter|\(.*\)/g, "")) && !/[가-힣]/.test(text);
