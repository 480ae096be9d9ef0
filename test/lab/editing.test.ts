import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { browserIsMissing } from "../fixtures/browsers.js";
import { later } from "../fixtures/later.js";
import { expectNoOffence, PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { savedNotebook } from "./labProcess.js";
import { NotebookPage } from "./notebookPage.js";
import { notebookText } from "./testNotebook.js";

const NOTEBOOK = notebookText([
  { id: "answer", type: "markdown", source: "*Your answer*" },
  { id: "first", source: "const needle = 1;\nneedle + needle" },
  { id: "second", source: "// a needle in a comment" },
]);

describe.skipIf(browserIsMissing)("writing in a notebook, in a browser", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({ "writing.ipynb": NOTEBOOK });
  let notebook: NotebookPage;
  beforeAll(async () => {
    notebook = await NotebookPage.open(here.browser.context, here.lab, "writing.ipynb");
  }, PATIENCE);

  test("a notebook that is saved unchanged is byte for byte the file that was opened", async () => {
    await notebook.select(1);
    await notebook.save();
    expect(readFileSync(join(here.lab.notebooks, "writing.ipynb"), "utf8")).toBe(NOTEBOOK);
  });

  test("an answer with a formula is written, saved and there after a reload", async () => {
    await notebook.write(0, "Costs \\$5 or \\$6, and $\\sigma'(x) = \\sigma(x)(1 - \\sigma(x))$.");
    await notebook.page.keyboard.press("Control+Enter");
    await notebook.cell(0).locator(".katex").first().waitFor();
    await notebook.save();
    await notebook.page.reload();
    await notebook.ready();
    expect(await notebook.cell(0).locator(".katex").count()).toBe(1);
    expect(await notebook.cell(0).locator(".jp-MarkdownOutput").textContent()).toContain("Costs $5 or $6, and");
    expect(savedNotebook(here.lab, "writing.ipynb").cells[0]).toMatchObject({ id: "answer" });
  });

  test("a deleted cell comes back by undo, with its text and its id", async () => {
    await notebook.select(2);
    await notebook.page.keyboard.press("d");
    await notebook.page.keyboard.press("d");
    await expect.poll(() => notebook.page.locator(".jp-Notebook .jp-Cell").count(), { timeout: PATIENCE }).toBe(2);
    await notebook.page.keyboard.press("z");
    await expect.poll(() => notebook.page.locator(".jp-Notebook .jp-Cell").count(), { timeout: PATIENCE }).toBe(3);
    await notebook.save();
    expect(savedNotebook(here.lab, "writing.ipynb").cells.map(({ id }) => id)).toEqual(["answer", "first", "second"]);
  });

  test("search counts what it finds", async () => {
    await notebook.select(1);
    await notebook.page.keyboard.press("ControlOrMeta+f");
    await notebook.page.locator(".jp-DocumentSearch-overlay").getByPlaceholder("Find").fill("needle");
    const counter = notebook.page.locator(".jp-DocumentSearch-index-counter");
    await expect.poll(() => counter.textContent(), { timeout: PATIENCE }).toMatch(/\/4$/);
    await notebook.page.keyboard.press("Escape");
  });

  test("a file that changed on disk is not overwritten without a question", async () => {
    const path = join(here.lab.notebooks, "writing.ipynb");
    const other = readFileSync(path, "utf8").replace("in a comment", "written elsewhere");
    writeFileSync(path, other);
    await notebook.write(1, "const mine = 1;");
    await notebook.page.keyboard.press("ControlOrMeta+s");
    await notebook.dialogButton("Cancel").click();
    expect(readFileSync(path, "utf8")).toBe(other);
    await notebook.page.keyboard.press("ControlOrMeta+s");
    await notebook.dialogButton("Revert").click();
    await notebook.cell(2).filter({ hasText: "written elsewhere" }).waitFor();
  });

  test("a notebook gets another name, and the address follows", async () => {
    await notebook.page.locator("#jp-title h1").click();
    await notebook.page.locator(".jp-Dialog input").fill("renamed.ipynb");
    await notebook.dialogButton("Rename").click();
    await notebook.page.waitForURL(/renamed\.ipynb/);
    expect(savedNotebook(here.lab, "renamed.ipynb").cells).toHaveLength(3);
  });

  test("a notebook is downloaded, and a file is uploaded", async () => {
    const download = later(notebook.page.waitForEvent("download"));
    await notebook.choose("File", "Download");
    expect((await download).suggestedFilename()).toBe("renamed.ipynb");
    const page = await here.browser.context.newPage();
    await page.goto(`${here.lab.origin}/tree`);
    await page.getByRole("tab", { name: "Files" }).click();
    const chooser = later(page.waitForEvent("filechooser"));
    await page.getByRole("button", { name: "Upload" }).click();
    await (await chooser).setFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("uploaded\n") });
    await page.locator(".jp-DirListing-item", { hasText: "notes.txt" }).waitFor();
    expect(readFileSync(join(here.lab.notebooks, "notes.txt"), "utf8")).toBe("uploaded\n");
    await page.close();
  });

  test("nothing of that broke the page's rules", () => expectNoOffence(here.browser));
});
