import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { Cell, CodeCell } from "../../../src/jupyter/nbformat/notebook.js";
import { cellHtml } from "../../../src/cli/pages/cellHtml.js";
import { markdownRenderer } from "../../../src/cli/pages/markdown.js";
import { PageScripts } from "../../../src/cli/pages/pagePolicy.js";
import { wordsOf } from "../../../src/cli/words.js";

const code: CodeCell = {
  cell_type: "code",
  id: "c",
  metadata: {},
  source: "const a = '<b>';",
  execution_count: 3,
  outputs: [{ output_type: "stream", name: "stdout", text: "out" }],
};
const html = (cell: Cell, lang = "en"): string => {
  return cellHtml(cell, {
    markdown: markdownRenderer({ renderMath: String, relocate: String }),
    language: "typescript",
    words: wordsOf(lang),
  });
};
const dom = (cell: Cell, lang?: string): HTMLElement => new JSDOM(html(cell, lang)).window.document.body;

test("a code cell: its number, its coloured source, its output", () => {
  const section = dom(code).querySelector("section.cell.code#cell-c")!;
  expect(section.querySelector(".input > .count")!.textContent).toBe("3");
  expect(section.querySelector(".input pre.code")!.textContent).toBe(code.source);
  expect(section.querySelector(".hljs-string")!.textContent).toBe("'<b>'");
  expect(section.querySelector(".outputs > pre.stdout")!.textContent).toBe("out");
});

test("outputs stand one below the other, and without code as well", () => {
  const [output] = code.outputs;
  const body = dom({ ...code, source: " ", outputs: [output!, output!] });
  expect(body.querySelector(".outputs")!.innerHTML).toBe('<pre class="output stdout" tabindex="0">out</pre>\n<pre class="output stdout" tabindex="0">out</pre>');
});

test("an output that was not made here says so, and runs no script", () => {
  const data = { "text/html": "<script>draw()</script>" };
  const cell: CodeCell = { ...code, outputs: [{ output_type: "display_data", data, metadata: {} }] };
  const shown = (of: CodeCell, ran: string[]) => {
    const scripts = new PageScripts();
    const context = { markdown: markdownRenderer({ renderMath: String, relocate: String }), language: "", words: wordsOf("en"), scripts, ran: new Set(ran) };
    const outputs = new JSDOM(cellHtml(of, context)).window.document.querySelector(".outputs");
    return [outputs?.querySelector("p.saved + .output") ? outputs.querySelector(".saved")!.textContent : null, scripts.sources.length];
  };
  expect(shown(cell, ["c"])).toEqual([null, 1]);
  expect(shown(cell, ["other"])).toEqual(["Saved earlier: this code did not run here.", 0]);
  expect(cellHtml({ ...code, outputs: [] }, { markdown: markdownRenderer({ renderMath: String, relocate: String }), language: "", words: wordsOf("en"), ran: new Set() })).not.toContain("saved");
});

test("a cell that was not run has no number and no outputs", () => {
  const body = dom({ ...code, execution_count: null, outputs: [] });
  expect(body.querySelectorAll(".count, .outputs")).toHaveLength(0);
});

test("nothing is shown for an empty cell or one tagged remove-cell", () => {
  expect(html({ ...code, source: " \n", outputs: [] })).toBe("");
  expect(html({ ...code, metadata: { tags: ["remove-cell"] } })).toBe("");
  expect(html({ cell_type: "raw", id: "r", metadata: {}, source: "" })).toBe("");
});

test.each([
  [{ jupyter: { source_hidden: true } }, ["Code"], ".input"],
  [{ tags: ["hide-input"] }, ["Code"], ".input"],
  [{ jupyter: { outputs_hidden: true } }, ["Output"], ".outputs"],
  [{ collapsed: true }, ["Output"], ".outputs"],
  [{ tags: ["hide-output"] }, ["Output"], ".outputs"],
])("what %j hides is in a fold", (metadata, labels, folded) => {
  const body = dom({ ...code, metadata });
  expect([...body.querySelectorAll("summary")].map(({ textContent }) => textContent)).toEqual(labels);
  expect(body.querySelector(`details.fold:not([open]) > ${folded}`)).not.toBe(null);
});

test("folds are labelled in the page's language", () => {
  expect(dom({ ...code, metadata: { tags: ["hide-input"] } }, "ko").querySelector("summary")!.textContent).toBe("코드");
});

test("text cells: markdown with its attachments, raw text as it is", () => {
  const attachments = { "p.png": { "text/plain": "x", "image/png": "AA\nAA" }, none: {} };
  const body = dom({
    cell_type: "markdown",
    id: "m",
    metadata: {},
    source: "**a** ![p](attachment:p.png)",
    attachments,
  });
  expect(body.querySelector("section.markdown strong")!.textContent).toBe("a");
  expect(body.querySelector("img")!.getAttribute("src")).toBe("data:image/png;base64,AAAA");
  expect(dom({ cell_type: "raw", id: "r", metadata: {}, source: "<b>" }).querySelector("pre.raw")!.textContent).toBe(
    "<b>",
  );
});

test("ids begin with the prefix, and pictures stand still where asked to", () => {
  const data = { "image/png": "AA==", "text/html": "<script>draw()</script>" };
  const cell: CodeCell = { ...code, outputs: [{ output_type: "display_data", data, metadata: {} }] };
  const context = { markdown: markdownRenderer({ renderMath: String, relocate: String }), language: "", words: wordsOf("en") };
  expect(cellHtml(cell, context)).toContain("<script>draw()</script>");
  const still = cellHtml(cell, { ...context, still: true, idPrefix: "one-" });
  expect(still).toContain('id="one-cell-c"');
  expect(still).toContain('<img src="data:image/png;base64,AA=="');
  expect(still).not.toContain("<script>");
});

test("an attached SVG is shown, as text or in base64", () => {
  for (const data of ["<svg/>", "PHN2Zy8+"]) {
    const attachments = { "a.svg": { "image/svg+xml": data } };
    const cell: Cell = { cell_type: "markdown", id: "m", metadata: {}, source: "![](attachment:a.svg)", attachments };
    expect(html(cell)).toContain('src="data:image/svg+xml;base64,PHN2Zy8+"');
  }
});

test.each([
  ["image/png", true],
  ["image/jpeg", true],
  ["image/gif", true],
  ["image/webp", true],
  ["image/tiff", false],
  ["image/pngx", false],
  ["x-image/png", false],
])("an attachment of the type %s is shown: %s", (type, isShown) => {
  const attachments = { a: { [type]: " AA== " } };
  const cell: Cell = { cell_type: "markdown", id: "m", metadata: {}, source: "![](attachment:a)", attachments };
  expect(dom(cell).querySelector("img")!.getAttribute("src")).toBe(isShown ? `data:${type};base64,AA==` : "");
});

test("the frame of a cell", () => {
  expect(html({ cell_type: "markdown", id: "a&b", metadata: {}, source: "x" })).toBe('<section class="cell markdown" id="cell-a&amp;b">\n<p>x</p>\n\n</section>\n');
});

test("an SVG that is text may have space around it", () => {
  const attachments = { a: { "image/svg+xml": "\n<svg/>\n" } };
  expect(html({ cell_type: "markdown", id: "m", metadata: {}, source: "![](attachment:a)", attachments })).toContain("base64,PHN2Zy8+");
});
