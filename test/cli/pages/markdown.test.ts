import { JSDOM } from "jsdom";
import { beforeEach, expect, test } from "vitest";
import { highlightCode, type MarkdownRenderer, markdownRenderer } from "../../../src/cli/pages/markdown.js";
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
  ["$$x$$ y $$z$$", "<p>[display:x] y [display:z]</p>\n"],
  ["$$\nx\n$$ y", "<p>[display:\nx\n] y</p>\n"],
  ["   $$\nx\n$$", "[display:\nx\n]"],
  ["    $$x$$", '<pre class="code" tabindex="0"><code>$$x$$\n</code></pre>\n'],
  ["a $x$", "<p>a [inline:x]</p>\n"],
  ["$\\a$b", "<p>[inline:\\a]b</p>\n"],
  ["$a\nb$", "<p>[inline:a\nb]</p>\n"],
  ["$a\\\nb$", "<p>[inline:a\\\nb]</p>\n"],
  ["$x$-$y$", "<p>[inline:x]-[inline:y]</p>\n"],
  ["\\begin{align*}\nx\n\\end{align*}\nmore", "[display:\\begin{align*}\nx\n\\end{align*}]<p>more</p>\n"],
  ["text\n\\begin{a}x\\end{a}\nmore", "<p>text</p>\n[display:\\begin{a}x\\end{a}]<p>more</p>\n"],
  ["\\begin{a}x\\end{a} y \\begin{b}z\\end{b}", "<p>[display:\\begin{a}x\\end{a}] y [display:\\begin{b}z\\end{b}]</p>\n"],
  ["\\begin{a}x\\end{b}\\end{a}", "[display:\\begin{a}x\\end{b}\\end{a}]"],
  ["\\begin{a} x\\end{a} \n", "[display:\\begin{a} x\\end{a}]"],
  ["> $$\n> x\n> $$\n\nmore", "<blockquote>\n[display:\nx\n]</blockquote>\n<p>more</p>\n"],
  ["> a\n    $$x$$", "<blockquote>\n<p>a\n[display:x]</p>\n</blockquote>\n"],
  ["> a\n$$x$$", "<blockquote>\n<p>a</p>\n</blockquote>\n[display:x]"],
  ["- a\n$$x$$", "<ul>\n<li>a</li>\n</ul>\n[display:x]"],
  ["[a]: u 'b\n$$x$$\nc'", "<p>[a]: u 'b</p>\n[display:x]<p>c'</p>\n"],
  ["> text\n> $$x$$", "<blockquote>\n<p>text</p>\n[display:x]</blockquote>\n"],
  ["$$\nx\n$$\n$$\ny\n$$", "[display:\nx\n][display:\ny\n]"],
  ["$$ x\ny $$", "[display: x\ny ]"],
  ["*a $x* y$*", "<p><em>a [inline:x* y]</em></p>\n"],
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
  "x $$$$ y",
  "a $$ $ b",
  "$ x$",
  "$x $",
  "$x$5",
  "$\\$",
  "$x\\$",
  "    $$\n    x\n    $$",
  "\\begin{a} x",
  "\\begin{a}\nx\n\\end{b}",
  "\\begin{1}x\\end{1}",
  "\\end{a} \\begin{a}",
  "\\end{a}\n\n\\begin{a}\nx",
  "> $$\n> x\n\ny $$",
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

test("KaTeX: formulas in a line, environments, sizes, and what is left out of trust", () => {
  const math = mathRenderer();
  expect(math("x", false)).toMatch(/^<span class="katex">/);
  expect(math("x", true)).toMatch(/^<span class="katex-display">/);
  // what cannot be set, as a text of the other kind
  expect(math("한글 \\text{한}", false)).not.toContain("katex-error");
  expect(math("\\rule{500em}{1em}", false)).toContain("50em");
  expect(math("\\includegraphics{x.png}", false)).not.toContain("<img");
  expect(mathRenderer()("\\gdef\\a{1} \\a", false)).not.toContain("error");
});

test("a formula that is too long is its source", () => {
  const math = mathRenderer();
  expect(math("x".repeat(20_001), false)).toBe(`<code class="math-error" title="too long for a formula">${"x".repeat(20_001)}</code>`);
  expect(math(`<${" ".repeat(20_000)}`, false)).toContain("<code class=\"math-error\" title=\"too long for a formula\">&lt; ");
  expect(math(`x${" ".repeat(19_999)}`, false)).toMatch(/^<span class="katex">/);
});

test("a formula that KaTeX gives up on is its source, with the reason", () => {
  const deep = `<${"{".repeat(9990)}${"}".repeat(9990)}`;
  expect(mathRenderer()(deep, false)).toBe(`<code class="math-error" title="RangeError: Maximum call stack size exceeded">&lt;${deep.slice(1)}</code>`);
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

test("a heading's id is free, whatever the others are called, and its entry in the contents has no links", () => {
  const body = dom("# A\n# A\n# A\n# A-2\n# A  b\n# ![](x.png)\n# [c](x) **d**");
  expect([...body.querySelectorAll("h1")].map(({ id }) => id)).toEqual(["A", "A-2", "A-3", "A-2-2", "A-b", "section", "c-d"]);
  expect(body.querySelector("h1")!.outerHTML).toBe('<h1 id="A" tabindex="-1">A<a class="anchor" href="#A" aria-hidden="true" tabindex="-1">#</a></h1>');
  expect(renderer.headings.at(-1)!.html).toBe("c <strong>d</strong>");
  renderer.render("# a <a href='y'>b</a>");
  expect(renderer.headings.at(-1)!.html).toBe("a b");
});

test("a text that is too long is shown as it is written", () => {
  const markdown = markdownRenderer({ renderMath: String, relocate: String, tooLong: "Too <long>:" });
  const text = `# <b>${"x".repeat(199_994)}`;
  expect(text).toHaveLength(199_999);
  expect(markdown.render(`${text}x`)).toMatch(/^<h1 /);
  expect(markdown.render(`${text}xx`)).toBe(`<p class="saved">Too &lt;long&gt;:</p>\n<pre class="raw" tabindex="0"># &lt;b&gt;${"x".repeat(199_996)}</pre>\n`);
  expect(markdownRenderer({ renderMath: String, relocate: String }).render(`${text}xx`)).toMatch(/^<p class="saved"><\/p>/);
});

test("a link leads to no attachment, and an attachment of one cell is in no other", () => {
  const pictures = { "p.png": "data:image/png;base64,AAAA" };
  expect(dom("[a](attachment:p.png)", pictures).querySelector("a")!.getAttribute("href")).toBe("#");
  expect(dom("![a](attachment:p.png)", pictures).querySelector("img")!.getAttribute("src")).toBe(pictures["p.png"]);
  expect(dom("![a](attachment:p.png)").querySelector("img")!.getAttribute("src")).toBe("");
});

test("of a code block the first word names the language, and where none is known there is no colour", () => {
  const code = (text: string, options = {}) => markdownRenderer({ renderMath: String, relocate: String, ...options }).render(text);
  expect(code("```  python  title=x\ndef f(): pass\n```")).toContain('<pre class="code" tabindex="0"><code><span class="hljs-keyword">def</span>');
  expect(code("```\nconst a = 1;\n```")).toBe('<pre class="code" tabindex="0"><code>const a = 1;\n</code></pre>\n');
  expect(code("    a <b>")).toBe('<pre class="code" tabindex="0"><code>a &lt;b&gt;\n</code></pre>\n');
});

test("tables in their boxes, letter by letter", () => {
  expect(renderer.render("|a|\n|-|\n|1|")).toMatch(/^<div class="scroll" tabindex="0"><table>\n<thead>[^]*<\/table><\/div>\n$/);
});

test("code is coloured up to a length, in all and of a line, and past what its language does not know", () => {
  const isColoured = (code: string, language = "typescript") => highlightCode(code, language).includes("hljs-");
  const line = "const a = 1;\n";
  const budget = (length: number) => `const a;${"x".repeat(length - 8)}`;
  expect(isColoured("const a = 1;", "no language")).toBe(false);
  expect(highlightCode("a < b", "no language")).toBe("a &lt; b");
  expect(isColoured("const a = 1; # 1")).toBe(true);
  expect(isColoured(`${line.repeat(3076)}const a = 1`.padEnd(40_000, "\n"))).toBe(true);
  expect(isColoured(`${line.repeat(3076)}const a = 1`.padEnd(40_001, "\n"))).toBe(false);
  expect(isColoured(budget(3162))).toBe(true);
  expect(isColoured(budget(3163))).toBe(false);
  expect(isColoured(`${budget(3000)}\n${budget(1000)}`)).toBe(true);
  expect(isColoured(`${budget(3000)}\n${budget(1001)}`)).toBe(false);
});
