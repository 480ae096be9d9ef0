import { expect, test } from "vitest";
import { markdownRenderer } from "../../../src/cli/pages/markdown.js";

const render = (text: string): string => markdownRenderer({ renderMath: (latex) => `[${latex}]`, relocate: (url) => url }).render(text);

test.each([
  ["$x$는 크고 $y$, $z$", '<p><span class="tied">[x]는</span> 크고 [y], [z]</p>\n'],
  ["**$x$가 $y$의**", '<p><strong><span class="tied">[x]가</span> <span class="tied">[y]의</span></strong></p>\n'],
  ["$x$ 는", "<p>[x] 는</p>\n"],
  ["$x$s", "<p>[x]s</p>\n"],
  ["$x$에서는", '<p><span class="tied">[x]에서는</span></p>\n'],
  ["$x$, 는", "<p>[x], 는</p>\n"],
  ["$x$**는**", "<p>[x]<strong>는</strong></p>\n"],
  ["`x`는", "<p><code>x</code>는</p>\n"],
  ["---\n\n$x$", "<hr>\n<p>[x]</p>\n"],
])("in %j", (text, html) => {
  expect(render(text)).toBe(html);
});

test("a heading keeps its name", () => {
  expect(render("# $x$는")).toContain('<h1 id="x는"');
});
