import { JSDOM } from "jsdom";
import { beforeEach, expect, test } from "vitest";
import { type MarkdownRenderer, markdownRenderer } from "../../../src/cli/pages/markdown.js";
import { mathRenderer } from "../../../src/cli/pages/mathRules.js";

let renderer: MarkdownRenderer;

beforeEach(() => {
  renderer = markdownRenderer({
    renderMath: (latex, display) => `[${display ? "display" : "inline"}:${latex}]`,
    relocate: (url) => `at/${url}`,
    language: "typescript",
  });
});

function dom(text: string, pictures?: Record<string, string>): HTMLElement {
  return new JSDOM(renderer.render(text, pictures)).window.document.body;
}

test.each([
  ["a $x_1 * y_2 * z$ b", "<p>a [inline:x_1 * y_2 * z] b</p>\n"],
  ["$$\na = b\n\n- c\n$$", "[display:\na = b\n\n- c\n]"],
  ["$$x$$", "[display:x]"],
  ["see $$x$$ here", "<p>see [display:x] here</p>\n"],
  ["text\n$$x$$\nmore", "<p>text</p>\n[display:x]<p>more</p>\n"],
  ["\\begin{align}\na &= b \\\\\n&= c\n\\end{align}", "[display:\\begin{align}\na &= b \\\\\n&= c\n\\end{align}]"],
  ["a \\begin{matrix}1\\end{matrix} b", "<p>a [display:\\begin{matrix}1\\end{matrix}] b</p>\n"],
  ["$\\$5$", "<p>[inline:\\$5]</p>\n"],
  ["- item\n  $$\n  x\n  $$\n", "<ul>\n<li>item[display:\nx\n]</li>\n</ul>\n"],
])("mathematics in %j", (text, html) => {
  expect(renderer.render(text)).toBe(html);
});

test.each([
  "It costs $5 and $10.",
  "$5,$10",
  "- item\n  $$\n  x\n\nout\n$$ y",
  "a $ b $ c",
  "\\$x\\$",
  "`$x$`",
  "$$",
  "$$x",
  "\\begin{a} x",
  "an \\end{a}",
])("no mathematics in %j", (text) => {
  expect(renderer.render(text)).not.toMatch(/\[(inline|display):/);
});

test("headings have Jupyter's ids, all different, and are collected", () => {
  const body = dom("# The *first* $x$\n\n## A & B\n\n## A & B\n\n# [link](x)");
  expect([...body.querySelectorAll("h1,h2")].map(({ id }) => id)).toEqual(["The-first-x", "A-&-B", "A-&-B-2", "link"]);
  expect([...body.querySelectorAll("a.anchor")].map((a) => a.getAttribute("href"))).toEqual([
    "#The-first-x",
    "#A-&-B",
    "#A-&-B-2",
    "#link",
  ]);
  expect(renderer.headings.map(({ level, text, html }) => [level, text, html])).toEqual([
    [1, "The first x", "The <em>first</em> [inline:x]"],
    [2, "A & B", "A &amp; B"],
    [2, "A & B", "A &amp; B"],
    [1, "link", "link"],
  ]);
});

test("links and pictures are relocated, attachments put in, unsafe addresses left as text", () => {
  const body = dom(
    '[a](x.ipynb) ![p](q.png) <img src="r.png"> ![s](attachment:s%201.png) <img src="attachment:none.png">',
    { "s 1.png": "data:image/png;base64,AAAA" },
  );
  expect(body.querySelector("a")!.getAttribute("href")).toBe("at/x.ipynb");
  expect([...body.querySelectorAll("img")].map((img) => img.getAttribute("src"))).toEqual([
    "at/q.png",
    "at/r.png",
    "data:image/png;base64,AAAA",
    null,
  ]);
  expect(renderer.render("[a](javascript:x)")).toBe("<p>[a](javascript:x)</p>\n");
  expect(dom("<a href='javascript:x'>y</a>").querySelector("a")!.outerHTML).toBe("<a>y</a>");
});

test("folds hold markdown, and what stays open ends with its cell", () => {
  const body = dom("<details>\n<summary>More</summary>\n\nInside **bold**\n\n</details>\n\nafter");
  expect(body.querySelector("details > p > strong")!.textContent).toBe("bold");
  expect(body.querySelector("body > p")!.textContent).toBe("after");
  expect(renderer.render("<details>\n\nx")).toMatch(/<\/details>$/);
});

test("scripts are text", () => {
  const body = dom("<script>alert(1)</script>\n\na <script>b</script> <img src=x onerror=alert(1)>");
  expect(body.querySelectorAll("script, [onerror]")).toHaveLength(0);
  expect(body.textContent).toContain("<script>alert(1)</script>");
});

test("code is coloured in its language or the notebook's, and scrolls in its box", () => {
  const body = dom("```python\ndef f(): pass\n```\n\n```\nconst a = 1;\n```\n\n    indented <b>");
  const boxes = [...body.querySelectorAll("pre.code[tabindex='0'] > code")];
  expect(boxes.map((box) => box.textContent)).toEqual(["def f(): pass\n", "const a = 1;\n", "indented <b>\n"]);
  expect(boxes.map((box) => box.querySelector(".hljs-keyword")?.textContent)).toEqual(["def", "const", undefined]);
});

test("a block of mathematics ends with its list item", () => {
  expect(dom("- item\n\n  $$\n  x\n\noutside\n\n$$").querySelector("body > p")!.textContent).toBe("outside");
});

test("addresses in text are linked, names of files are not", () => {
  const links = [...dom("see numpy.py, a@b.io and https://x.org/y.").querySelectorAll("a")];
  expect(links.map(({ textContent }) => textContent)).toEqual(["https://x.org/y"]);
});

test("tables scroll in a box of their own", () => {
  expect(dom("|a|b|\n|-|-|\n|1|2|").querySelector("div.scroll[tabindex='0'] > table td")!.textContent).toBe("1");
});

test("KaTeX: formulas with MathML, definitions that hold, errors shown as source", () => {
  const math = mathRenderer();
  const box = (latex: string): HTMLElement => new JSDOM(math(latex, true)).window.document.body;
  expect(box("\\newcommand{\\half}{\\frac{1}{2}} \\half").querySelector(".katex-display math mfrac")!.textContent).toBe(
    "12",
  );
  expect(box("\\half").querySelector("mfrac")!.textContent).toBe("12");
  expect(box("\\nonsense{<b>}").querySelector("b")).toBe(null);
  expect(box("\\frac{").querySelector(".katex-error")!.textContent).toBe("\\frac{");
  expect(box("\\href{javascript:x}{y}").querySelector("a")).toBe(null);
});

test("a bar inside a formula parts no columns", () => {
  const cells = dom("|a|b|\n|-|-|\n| $|x|$ | $\\|w\\|$ |").querySelectorAll("td");
  expect([...cells].map((cell) => cell.textContent)).toEqual(["[inline:|x|]", "[inline:\\|w\\|]"]);
});

test("ids begin with the prefix, addresses learn their kind and may be refused", () => {
  const kinds: string[] = [];
  const relocate = (url: string, kind: string): null => {
    kinds.push(`${kind} ${url}`);
    return null;
  };
  const markdown = markdownRenderer({ renderMath: String, relocate, idPrefix: "one-" });
  const html = markdown.render('# A\n\n[a](b.md) ![c](d.png) <img src="e.png"> <img src="attachment:50%.png">');
  expect(html).toContain('<h1 id="one-A"');
  expect(html).toContain('<a href="#">a</a> <img src="" alt="c"> <img> <img>');
  expect(kinds).toEqual(["href b.md", "src d.png", "src e.png"]);
});
