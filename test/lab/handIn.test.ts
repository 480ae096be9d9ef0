import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { browserIsMissing } from "../fixtures/browsers.js";
import { later } from "../fixtures/later.js";
import { expectNoOffence, PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { NotebookPage } from "./notebookPage.js";

describe.skipIf(browserIsMissing)("handing in, in a browser", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser();

  test("the File menu makes the submission, says what is missing and gives the files", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "two_layer_net.ipynb");
    await notebook.choose("File", "Hand in…");
    // Running all notebooks is another test's.
    await notebook.page.locator(".jp-Dialog input[type=checkbox]").uncheck();
    await notebook.dialogButton("Make").click();
    const report = notebook.page.locator(".tln-HandIn");
    await report.waitFor({ timeout: 2 * PATIENCE });
    expect(await report.locator("pre").textContent()).toMatch(/question/i);
    const link = report.getByRole("link", { name: /submission\.html/ });
    const download = later(notebook.page.waitForEvent("download"));
    await link.click();
    expect(readFileSync(await (await download).path(), "utf8")).toMatch(/^<!doctype html>/i);
    await notebook.dialogButton("Close").click();
  });

  test("nothing of that broke the page's rules", () => expectNoOffence(here.browser));
});
