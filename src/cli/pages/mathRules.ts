/** Teaches markdown-it the LaTeX of notebooks: `$..$`, `$$..$$` and `\begin{..}..\end{..}`. */
import katex from "katex";
import type MarkdownIt from "markdown-it";
import type { StateBlock, StateInline } from "markdown-it";
import { escapeHtml } from "../../jupyter/display/html.js";
import { EnvironmentEnds } from "./environments.js";

const ENVIRONMENT = /^\\begin\{([a-zA-Z]+\*?)\}/;

/** Adds the rules; `render` gets the LaTeX, with `display` for a formula on lines of its own. */
export function mathRules(markdown: MarkdownIt, render: (latex: string, display: boolean) => string): void {
  let ends = new EnvironmentEnds("");
  const endsOf = (text: string): EnvironmentEnds => (ends.isOf(text) ? ends : (ends = new EnvironmentEnds(text)));
  markdown.inline.ruler.before("escape", "math", (state, silent) => inlineMath(state, silent, endsOf));
  const block = (state: StateBlock, from: number, to: number, silent: boolean) => blockMath(state, from, to, silent, endsOf);
  markdown.block.ruler.before("fence", "math", block, { alt: ["paragraph", "reference", "blockquote", "list"] });
  markdown.renderer.rules.math_inline = (tokens, index) => render(tokens[index].content, false);
  markdown.renderer.rules.math_display = (tokens, index) => render(tokens[index].content, true);
}

type EndsOf = (text: string) => EnvironmentEnds;

function inlineMath(state: StateInline, silent: boolean, endsOf: EndsOf): boolean {
  const rest = state.src.slice(state.pos, state.posMax);
  const found = rest.startsWith("$$") ? displayAt(rest) : rest.startsWith("$") ? dollarAt(rest) : environmentAt(rest, state, endsOf);
  if (found === null) return false;
  if (!silent) state.push(found.display ? "math_display" : "math_inline", "", 0).content = found.latex;
  state.pos += found.length;
  return true;
}

interface Found {
  readonly latex: string;
  readonly length: number;
  readonly display: boolean;
}

function displayAt(text: string): Found | null {
  const end = text.indexOf("$$", 2);
  return end < 3 ? null : { latex: text.slice(2, end), length: end + 2, display: true };
}

/** Not money: no space just inside the dollars, and no digit behind the second. */
function dollarAt(text: string): Found | null {
  const match = /^\$(?!\s)((?:\\[\s\S]|[^\\$])+?)(?<!\s)\$(?!\d)/.exec(text);
  return match && { latex: match[1], length: match[0].length, display: false };
}

function environmentAt(text: string, { src, pos }: StateInline, endsOf: EndsOf): Found | null {
  const name = ENVIRONMENT.exec(text)?.[1];
  if (name === undefined) return null;
  const end = endsOf(src).next(name, pos);
  const length = end - pos + `\\end{${name}}`.length;
  return end < 0 || length > text.length ? null : { latex: text.slice(0, length), length, display: true };
}

/** A block begins a line with `$$` or an environment and ends a line with its close. */
function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean, endsOf: EndsOf): boolean {
  if (state.sCount[startLine] - state.blkIndent >= 4) return false;
  const first = state.getLines(startLine, startLine + 1, state.blkIndent, false).trimStart();
  const name = ENVIRONMENT.exec(first)?.[1];
  if (name === undefined && !first.startsWith("$$")) return false;
  const close = name === undefined ? "$$" : `\\end{${name}}`;
  if (name !== undefined && !endsALine(state, endsOf(state.src).next(name, state.bMarks[startLine]), close)) return false;
  const lastLine = closingLine(state, startLine, endLine, close);
  if (lastLine < 0) return false;
  if (silent) return true;
  const text = state.getLines(startLine, lastLine + 1, state.blkIndent, false).trim();
  state.push("math_display", "", 0).content = name === undefined ? text.slice(2, -2) : text;
  state.line = lastLine + 1;
  return true;
}

/** False where the close is missing, or has text behind it: then there is no need to look for its line. */
function endsALine({ src }: StateBlock, place: number, close: string): boolean {
  if (place < 0) return false;
  const end = src.indexOf("\n", place);
  return src.slice(place + close.length, end < 0 ? src.length : end).trim() === "";
}

/** The line that ends with the close, or -1 if there is none or text follows it. */
function closingLine(state: StateBlock, startLine: number, endLine: number, close: string): number {
  for (let line = startLine; line < endLine; line++) {
    const leavesBlock = state.sCount[line] < state.blkIndent && !state.isEmpty(line);
    if (line > startLine && leavesBlock) return -1;
    const text = state.getLines(line, line + 1, state.blkIndent, false).trim();
    // The first line may open with the same dollars.
    const at = text.indexOf(close, line === startLine ? 2 : 0);
    if (at >= 0) return at + close.length === text.length ? line : -1;
  }
  return -1;
}

/** Characters of a formula: what is longer is none, and would take minutes. */
const LONGEST_FORMULA = 20_000;

/**
 * A renderer whose `\newcommand` definitions hold from one formula to the next, as in Jupyter.
 * A formula with an error is shown as its source, in red.
 */
export function mathRenderer(): (latex: string, display: boolean) => string {
  const macros = {};
  return (latex, display) => {
    if (latex.length > LONGEST_FORMULA) return `<code class="math-error" title="too long for a formula">${escapeHtml(latex)}</code>`;
    try {
      return katex.renderToString(latex, {
        displayMode: display,
        macros,
        globalGroup: true,
        throwOnError: false,
        strict: "ignore",
        trust: false,
        maxSize: 50,
      });
    } catch (error) {
      return `<code class="math-error" title="${escapeHtml(String(error))}">${escapeHtml(latex)}</code>`;
    }
  };
}

/** Formulas in tables: there `|` parts columns, but not inside a formula such as `$|x|$`. */

const FENCE = /^\s*(```|~~~)/;
const FORMULA = /(?<!\\)\$(?![\s$])((?:\\[^]|[^\\$])+?)(?<!\s)\$(?!\d)/g;

/** As in `| :- | -: |`. */
function isDelimiterRow(line: string): boolean {
  const cells = line.split("|").map((cell) => cell.trim());
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}

/** The text with each `|` in a table's formulas escaped; the table's own rule takes the escape away. */
export function escapeTableMath(text: string): string {
  if (!text.includes("$")) return text;
  const lines = text.split("\n");
  let fenced = false;
  let inTable = false;
  return lines
    .map((line, index) => {
      if (FENCE.test(line)) fenced = !fenced;
      const next = lines[index + 1] ?? "";
      const begins = line.includes("|") && next.includes("|") && isDelimiterRow(next);
      inTable = !fenced && line.trim() !== "" && (inTable || begins);
      return inTable ? line.replaceAll(FORMULA, (formula) => formula.replaceAll("|", "\\|")) : line;
    })
    .join("\n");
}
