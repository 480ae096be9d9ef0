import { describe, expect, test } from "vitest";
import { browserIsMissing } from "../fixtures/browsers.js";
import { expectNoOffence, PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { NotebookPage } from "./notebookPage.js";
import { notebookText } from "./testNotebook.js";

const NOTEBOOK = notebookText([
  { id: "text", type: "markdown", source: "# Play" },
  { id: "play", source: 'import { showPlayground } from "two-layer-net/notebook";\nshowPlayground({ preset: "dead" });' },
  { id: "steps", source: 'import { showBackprop } from "two-layer-net/notebook";\nshowBackprop({ example: "affine" });' },
]);

describe.skipIf(browserIsMissing)("what is to be played with in the lab, in a browser", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({ "play.ipynb": NOTEBOOK, "ko/play.ipynb": NOTEBOOK });

  test("a cell shows the playground, whose keys are its own, and in which theme the page is", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "play.ipynb");
    const { page } = notebook;
    await notebook.run(1);
    const stage = notebook.output(1).locator(".stage");
    await stage.getByRole("button", { name: "Step", exact: true }).click();
    await stage.locator("h3 b", { hasText: /1\d of 20 dead/ }).waitFor();
    const cells = await page.locator(".jp-Cell").count();
    const slider = stage.getByRole("slider", { name: "hidden units" });
    for (const key of ["ArrowDown", "b", "d", "d", "ArrowUp", "ArrowRight"]) await slider.press(key);
    expect(await slider.getAttribute("aria-valuetext")).toBe("25");
    expect(await page.locator(".jp-Cell").count()).toBe(cells);
    await notebook.choose("Settings", "Theme", "JupyterLab Dark");
    await notebook.output(1).locator(".stage.dark").waitFor();
    await notebook.choose("Settings", "Theme", "JupyterLab Light");
    await notebook.output(1).locator(".stage:not(.dark)").waitFor();
    await notebook.save();
    await page.reload();
    await notebook.ready();
    await notebook.output(1).locator(".stage").getByRole("button", { name: "Play", exact: true }).waitFor();
    await page.close();
  });

  test("in a Korean notebook it is Korean", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "ko/play.ipynb");
    await notebook.run(1);
    await expect.poll(() => notebook.output(1).locator(".stage button").allTextContents(), { timeout: PATIENCE }).toContain("재생");
    await notebook.page.close();
  });

  test("what is typed into an answer is no shortcut", async () => {
    const notebook = await NotebookPage.open(here.browser.context, here.lab, "play.ipynb");
    await notebook.run(2);
    const answer = notebook.output(2).getByRole("textbox", { name: "out[0, 0] =" });
    await answer.click();
    await notebook.page.keyboard.type("add31");
    expect(await answer.inputValue()).toBe("add31");
    await answer.fill("31");
    await answer.press("Enter");
    await notebook.output(2).getByText("Right!").first().waitFor();
    expect(await notebook.page.locator(".jp-Cell").count()).toBe(3);
    await notebook.page.close();
  });

  test("nothing of that broke the page's rules", () => expectNoOffence(here.browser));
});
