import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { MimeBundle } from "../../../src/jupyter/display/mimeBundle.js";
import type { Output } from "../../../src/jupyter/nbformat/notebook.js";
import { markdownRenderer } from "../../../src/cli/pages/markdown.js";
import { needsPlotly, outputHtml, stillOutput } from "../../../src/cli/pages/outputHtml.js";
import { PageScripts } from "../../../src/cli/pages/pagePolicy.js";

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

test.each(["image/png", "image/jpeg", "image/gif", "image/webp"])("a picture of the type %s", (type) => {
  expect(html(display({ [type]: "AA+/\n==" }))).toBe(`<div class="output display"><img src="data:${type};base64,AA+/==" alt=""></div>`);
});

test("of two pictures the first in the list is shown, and data that are no text are none", () => {
  expect(html(display({ "image/webp": "AA==", "image/gif": "BB==", "image/jpeg": { x: 1 } }))).toContain("data:image/gif;");
  expect(html(display({ "text/html": { x: 1 }, "text/plain": "plain" }))).toBe('<pre class="output display" tabindex="0">plain</pre>');
  expect(html(display({ "text/plain": { x: 1 } }))).toBe("");
  expect(html(display({ "image/png": "AA==", "text/plain": { x: 1 } }))).toContain('alt=""');
});

test.each([
  [{ "image/png": { width: 3, height: 4 } }, ' width="3" height="4"'],
  [{ width: 3, height: "4" }, ' width="3" height="4"'],
  [{ "image/png": {}, width: 3 }, ""],
  [{ "image/png": { width: 0, height: -1 } }, ""],
  [{}, ""],
])("the size of a picture by its metadata %j", (metadata, size) => {
  expect(html(display({ "image/png": "AA==" }, metadata))).toBe(`<div class="output display"><img src="data:image/png;base64,AA==" alt=""${size}></div>`);
});

test.each([
  ["x", "<i>x</i>"],
  [" $x$ ", "<p><i>x</i></p>\n"],
  ["\\begin{a}x\\end{a}", "<i>\\begin{a}x\\end{a}</i>"],
  ["a \\begin{a}x\\end{a}", "<i>a \\begin{a}x\\end{a}</i>"],
  ["a $x$ b", "<i>a $x$ b</i>"],
])("the LaTeX %j of an output", (latex, shown) => {
  expect(html(display({ "text/latex": latex }))).toBe(`<div class="output display">${shown}</div>`);
});

test.each([
  ["E", "bad", ["E: bad", "at x"], "E: bad\nat x"],
  ["E", "bad", ["at x", "at y"], "E: bad\nat x\nat y"],
  ["E", "", [], "E:"],
  ["E", "", ["at x"], "at x"],
])("the error %s %j with the trace %j", (ename, evalue, traceback, shown) => {
  expect(html({ output_type: "error", ename, evalue, traceback })).toBe(`<pre class="output error" tabindex="0">${shown}</pre>`);
});

test("a figure keeps its layout and its settings, and a result its kind", () => {
  const figure = { data: [1], layout: { a: 2 }, config: { responsive: false, b: 3 } };
  const output: Output = { output_type: "execute_result", execution_count: 1, data: { "application/vnd.plotly.v1+json": figure }, metadata: {} };
  const source = 'Plotly.newPlot(document.currentScript.previousElementSibling, [1], {"a":2}, {"responsive":false,"b":3});';
  const scripts = new PageScripts();
  expect(outputHtml(output, markdown, scripts)).toBe(`<div class="output result"><div class="figure"></div><script>${source}</script></div>`);
  const own = new PageScripts();
  own.allow(source);
  expect(scripts.sources).toEqual(own.sources);
  expect(html(display({ "application/vnd.plotly.v1+json": { data: null, layout: null } }))).toContain('Sibling, null, null, {"responsive":true});');
});

test("scripts of HTML run where it was made here", () => {
  const sources = (isOurs?: boolean) => {
    const scripts = new PageScripts();
    outputHtml(display({ "text/html": "<script>a</script>" }), markdown, scripts, isOurs);
    return scripts.sources.length;
  };
  expect([sources(), sources(true), sources(false)]).toEqual([1, 1, 0]);
});

test("what has no picture, or needs no script, is still as it is", () => {
  const still = (data: MimeBundle) => Object.keys((stillOutput(display(data)) as { data: object }).data);
  expect(still({ "image/png": "a", "text/html": "<SCRIPT>" })).toEqual(["image/png"]);
  expect(still({ "image/png": "a", "text/html": { x: 1 } })).toEqual(["image/png"]);
  expect(still({ "my-image/png": "a", "text/html": "<script>" })).toEqual(["my-image/png", "text/html"]);
  const plain = display({ "text/plain": "a" });
  expect(stillOutput(plain)).toBe(plain);
  const stream = { output_type: "stream" as const, name: "stdout" as const, text: "a" };
  expect([needsPlotly(stream), needsPlotly(display({ "application/vnd.plotly.v1+json": {}, "text/html": { x: 1 } }))]).toEqual([false, true]);
});
