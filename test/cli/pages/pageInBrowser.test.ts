/** A page as a browser shows it, from a file and without a network. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { siteOf } from "../../../src/cli/pages/site.js";
import { writeIndexPage, writeNotebookPage } from "../../../src/cli/pages/writePages.js";
import { code, markdown, notebookText } from "../run/notebookText.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { browser, open } from "./browser.js";

const out = temporaryFolder();

function write(name: string, cells: Record<string, unknown>[]): string {
  const text = notebookText(cells);
  writeFileSync(join(out, `${name}.ipynb`), text);
  return writeNotebookPage(
    { name, path: join(out, `${name}.ipynb`), notebook: readNotebook(text, name), lang: "en" },
    siteOf(out, out, [name]),
  );
}

const shows = (data: Record<string, unknown>) => ({
  ...code("1"),
  outputs: [{ output_type: "display_data", data, metadata: {} }],
});
const wide = "x".repeat(3000);
const cells = [
  markdown(
    `# Title $x^2$\n\n## One\n\n## Two\n\n## Three\n\n## Four\n\n| a |\n|-|\n| ${wide} |\n\n$$${"x + ".repeat(300)}$$\n\n\`\`\`\n${wide}\n\`\`\``,
  ),
  shows({ "application/vnd.plotly.v1+json": { data: [{ y: [1, 2, 3], name: "</script><!--<script>" }], layout: {} } }),
  shows({
    "text/html": `<table class="dataframe"><tr><td>${wide}</td></tr></table><p id="by-script"></p><script>document.getElementById("by-script").textContent = "ran";</script>`,
  }),
  { ...code(wide), outputs: [{ output_type: "stream", name: "stdout", text: wide }] },
  markdown(
    "<script>document.title = 'owned'</script>\n\n<img src=x onerror=\"document.title = 'owned'\">\n\n<details><summary>Fold</summary>\n\nfolded\n\n</details>",
  ),
];
const probe = `<script>addEventListener("load", () => document.body.dataset.width = [document.documentElement.scrollWidth, innerWidth].join());</script>`;

/** The page with a script at its end that notes how wide it has become. */
function probed(name: string): string {
  const path = write(name, [...cells, shows({ "text/html": probe })]);
  return path;
}

test.skipIf(browser === undefined)(
  "no console errors, figures drawn, scripts only where they belong (needs a Chromium)",
  () => {
    const page = open(write("page", cells), "--window-size=1400,900");
    expect(page.console.filter((line) => !line.includes("ERR_FILE_NOT_FOUND"))).toEqual([]);
    const { document } = new JSDOM(page.html).window;
    expect(document.querySelectorAll(".figure .main-svg").length).toBeGreaterThan(0);
    expect(document.getElementById("by-script")!.textContent).toBe("ran");
    expect(document.title).toBe("Title x^2");
    expect(document.querySelector(".contents details")!.hasAttribute("open")).toBe(true);
    expect(document.querySelector("main details")!.hasAttribute("open")).toBe(false);
    const index = open(writeIndexPage(siteOf(out, out, []), "en"));
    expect(index.console).toEqual([]);
  },
);

test.skipIf(browser === undefined).each([360, 1400])(
  "at %d pixels what is wide scrolls in its box, not the page (needs a Chromium)",
  (width) => {
    const { html } = open(probed("wide"), `--window-size=${width},900`);
    const { document } = new JSDOM(html).window;
    const [scrollWidth, innerWidth] = document.body.dataset.width!.split(",").map(Number);
    expect(scrollWidth).toBeLessThanOrEqual(innerWidth!);
    expect(document.querySelector(".contents details")!.hasAttribute("open")).toBe(width > 1000);
  },
);
