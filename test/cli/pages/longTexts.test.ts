/** Texts that would take minutes where time grows with the square of their length. */
import { expect, test } from "vitest";
import { ansiHtml } from "../../../src/cli/pages/ansiHtml.js";
import { indexPage } from "../../../src/cli/pages/indexPage.js";
import { highlightCode, markdownRenderer } from "../../../src/cli/pages/markdown.js";
import { mathRenderer } from "../../../src/cli/pages/mathRules.js";
import { terminalText } from "../../../src/cli/pages/terminalText.js";
import { isAnswered } from "../../../src/cli/run/answers.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";

const render = (text: string) => markdownRenderer({ renderMath: mathRenderer(), relocate: (url) => url }).render(text);
const index = (text: string) => {
  const notebook = readNotebook(JSON.stringify({ nbformat: 4, cells: [{ cell_type: "markdown", metadata: {}, source: text }] }), "n");
  return indexPage([{ name: "n", path: "/p/notebooks/n.ipynb", notebook, lang: "en" }], { out: "/p/out", notebooks: "/p/notebooks", names: ["n"] }, "en").html;
};

/** Of each, a text of about so many characters. */
const texts: [name: string, make: (length: number) => string, use: (text: string) => unknown][] = [
  ["sentence ends without an end", (n) => `a${".".repeat(n)}x`, index],
  ["sentence ends in a paragraph", (n) => `a${". ".repeat(n / 2)}x:`, index],
  ["headings of one name", (n) => "# a\n".repeat(n / 4), render],
  ["environments without an end", (n) => "\\begin{a}\n".repeat(n / 10), render],
  ["environments whose end has text behind it", (n) => `${"\\begin{a}\n".repeat(n / 10)}\\end{a} x`, render],
  ["environments without an end in a line", (n) => `x ${"\\begin{a} ".repeat(n / 10)}`, render],
  ["environments of many names", (n) => Array.from({ length: n / 15 }, (_, i) => `\\begin{${i.toString(2).replaceAll("0", "a").replaceAll("1", "b")}}`).join("\n"), render],
  ["hints without an end", (n) => "*(Write here ".repeat(n / 13), (text) => isAnswered({ source: text })],
  ["a word of code", (n) => "a".repeat(n), (text) => highlightCode(text, "typescript")],
  ["a line of brackets", (n) => "a(".repeat(n / 2), (text) => highlightCode(text, "typescript")],
  ["lines of code", (n) => "f(\n".repeat(n / 3), (text) => highlightCode(text, "typescript")],
  ["a formula", (n) => `$${"x+".repeat(n / 2)}x$`, render],
  ["comments without an end", (n) => `<p>\n${"<!--".repeat(n / 4)}`, render],
  ["tags that nothing opened", (n) => `<p>\n${"<b>".repeat(n / 6)}${"</i>".repeat(n / 8)}`, render],
  ["tags without an end", (n) => `<p>\n${"<a ".repeat(n / 3)}`, render],
  ["spaces before a table", (n) => `|$|\n${" ".repeat(n)}x|`, render],
  ["a rule of a table", (n) => `|$|\n-${" ".repeat(n)}x|`, render],
  ["dollars", (n) => "$a ".repeat(n / 3), render],
  ["a line that is overwritten", (n) => "x".repeat(n / 2) + "\ra".repeat(n / 4), terminalText],
  ["carriage returns", (n) => "x".repeat(n / 2) + "\r".repeat(n / 2), terminalText],
  ["codes of colours", (n) => `\u001b[${"1;".repeat(n / 2)}m`, ansiHtml],
  ["codes of colours without an end", (n) => "\u001b[0".repeat(n / 3), ansiHtml],
  ["spaces around an address", (n) => `[a](<${" ".repeat(n)}x>)`, render],
];

/** Milliseconds that a text of this length takes. */
function time(length: number, [, make, use]: (typeof texts)[number]): number {
  const text = make(length);
  const start = performance.now();
  use(text);
  return performance.now() - start;
}

// The limit is far from what each takes, half a second, and from what it took with the square of the length: minutes.
test.each(texts)("%s: 100,000 characters take no time to speak of", (...text) => {
  expect(time(100_000, text)).toBeLessThan(20_000);
});
