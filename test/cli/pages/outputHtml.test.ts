import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { MimeBundle } from "../../../src/jupyter/display/mimeBundle.js";
import type { Output } from "../../../src/jupyter/nbformat/notebook.js";
import { markdownRenderer } from "../../../src/cli/pages/markdown.js";
import { needsPlotly, outputHtml, stillOutput } from "../../../src/cli/pages/outputHtml.js";

const markdown = markdownRenderer({ renderMath: (latex) => `<i>${latex}</i>`, relocate: (url) => url });
const html = (output: Output): string => outputHtml(output, markdown);
const dom = (output: Output): HTMLElement => new JSDOM(html(output)).window.document.body;
const display = (data: MimeBundle, metadata = {}): Output => ({ output_type: "display_data", data, metadata });

test("streams are text, stderr apart, colours kept, progress lines at their end", () => {
  expect(html({ output_type: "stream", name: "stdout", text: "a\rb <\n" })).toBe(
    '<pre class="output stdout" tabindex="0">b &lt;</pre>',
  );
  expect(html({ output_type: "stream", name: "stderr", text: "\u001b[1mx" })).toBe(
    '<pre class="output stderr" tabindex="0"><span style="font-weight:600">x</span></pre>',
  );
  expect(html({ output_type: "stream", name: "stdout", text: "\n" })).toBe("");
});

test("an error is its traceback, or its name and message in front of it", () => {
  const error = { output_type: "error", ename: "TypeError", evalue: "bad <x>" } as const;
  expect(dom({ ...error, traceback: ["TypeError: bad <x>", "  at y"] }).querySelector("pre.error")!.textContent).toBe(
    "TypeError: bad <x>\n  at y",
  );
  expect(dom({ ...error, traceback: ["at y"] }).textContent).toBe("TypeError: bad <x>\nat y");
  expect(dom({ ...error, traceback: [] }).textContent).toBe("TypeError: bad <x>");
});

test("the richest form wins", () => {
  const all: MimeBundle = {
    "text/plain": "plain",
    "text/markdown": "*md*",
    "text/latex": "x",
    "image/png": "AAAA\n",
    "image/svg+xml": "<svg/>",
    "text/html": "<b>html</b><script>1</script>",
    "application/vnd.plotly.v1+json": { data: [] },
  };
  const expected: [string, string][] = [
    ["text/html", '<div class="html"><b>html</b><script>1</script></div>'],
    [
      "application/vnd.plotly.v1+json",
      '<div class="figure"></div><script>Plotly.newPlot(document.currentScript.previousElementSibling, [], {}, {"responsive":true});</script>',
    ],
    ["image/svg+xml", '<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="plain">'],
    ["image/png", '<img src="data:image/png;base64,AAAA" alt="plain">'],
    ["text/latex", "<i>x</i>"],
    ["text/markdown", "<p><em>md</em></p>\n"],
  ];
  for (const [type, inner] of expected) {
    expect(html(display(all))).toBe(`<div class="output display">${inner}</div>`);
    delete all[type];
  }
  expect(html(display(all))).toBe('<pre class="output display" tabindex="0">plain</pre>');
  expect(html(display({ "application/x": "?" }))).toBe("");
});

test("a result is marked as one", () => {
  expect(html({ output_type: "execute_result", execution_count: 1, data: { "text/plain": "3" }, metadata: {} })).toBe(
    '<pre class="output result" tabindex="0">3</pre>',
  );
});

test("pictures have the size of their metadata and nothing but a picture in their address", () => {
  const image = dom(
    display({ "image/png": 'AA"><script>', "text/plain": '"alt"' }, { "image/png": { width: 30, height: "x" } }),
  ).querySelector("img")!;
  expect(image.outerHTML).toBe('<img src="data:image/png;base64,AAscript" alt="&quot;alt&quot;" width="30">');
});

test("text that a figure holds cannot end its script", () => {
  const text = html(display({ "application/vnd.plotly.v1+json": { data: [{ name: "</script><b>" }] } }));
  expect(text.match(/<\/script>/g)).toHaveLength(1);
  expect(text).toContain('"name":"\\u003c/script>\\u003cb>"');
});

test("markdown and LaTeX of outputs are rendered as safely as those of cells", () => {
  expect(dom(display({ "text/markdown": "<script>x</script>" })).querySelector("script")).toBe(null);
  expect(html(display({ "text/latex": "$$y$$" }))).toContain("<i>y</i>");
});

test("plotly.js is needed for a figure that has no HTML", () => {
  const figure = { "application/vnd.plotly.v1+json": {} };
  expect([display(figure), display({ ...figure, "text/html": "x" }), display({})].map(needsPlotly)).toEqual([
    true,
    false,
    false,
  ]);
});

test("stillOutput takes the picture where the HTML needs a script", () => {
  const output = (data: Record<string, unknown>) => ({ output_type: "display_data" as const, data, metadata: {} });
  const forms = (data: Record<string, unknown>) => Object.keys((stillOutput(output(data)) as { data: object }).data);
  const plot = { "application/vnd.plotly.v1+json": {} };
  expect(forms({ ...plot, "image/png": "a", "text/html": "<script>draw()</script>" })).toEqual(["image/png"]);
  expect(forms({ ...plot, "image/png": "a", "text/html": "<img>" })).toEqual(["text/html", "image/png"]);
  expect(forms({ ...plot, "text/html": "<script>" })).toEqual(["application/vnd.plotly.v1+json", "text/html"]);
  const stream = { output_type: "stream" as const, name: "stdout" as const, text: "a" };
  expect(stillOutput(stream)).toBe(stream);
});
