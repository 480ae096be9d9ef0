/** Markdown as notebooks use it, as HTML that is safe to show. */
import hljs from "highlight.js/lib/common";
import MarkdownIt from "markdown-it";
import { escapeHtml } from "../../jupyter/display/html.js";
import { type Address, allowedHtml, closeAll } from "./allowedHtml.js";
import { addHeadings, type Heading } from "./headings.js";
import { escapeTableMath, mathRules } from "./mathRules.js";
import { decodedUrl, isSafeUrl } from "./safeUrl.js";
import { tieParticles } from "./tieParticles.js";

/** Characters of a cell that is rendered. */
const LONGEST_TEXT = 200_000;

export interface MarkdownOptions {
  readonly renderMath: (latex: string, display: boolean) => string;
  /** Turns an address from the notebook into one for the page; null for one that it cannot have. */
  readonly relocate: (url: string, kind: "href" | "src") => string | null;
  /** The language of code blocks that name none. */
  readonly language?: string;
  /** What stands over a text that is too long to be more than shown as it is written. */
  readonly tooLong?: string;
  /** What the ids of headings begin with, where several notebooks share a page. */
  readonly idPrefix?: string;
}

/** One renderer for all cells of a page, so that the ids of its headings differ. */
export interface MarkdownRenderer {
  /** @param pictures data URIs by name, for `attachment:<name>` */
  render(text: string, pictures?: Readonly<Record<string, string>>): string;
  /** The headings so far, in order. */
  readonly headings: readonly Heading[];
}

export function markdownRenderer({ renderMath, relocate, language = "", tooLong = "", idPrefix = "" }: MarkdownOptions): MarkdownRenderer {
  const highlight = (code: string, named: string): string => highlightCode(code, named || language);
  const markdown = new MarkdownIt({ html: true, linkify: true, highlight });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.validateLink = (url) => isSafeUrl(url) || url.startsWith("attachment:");
  let pictures: Readonly<Record<string, string>> = {};
  const address: Address = (url, kind) => {
    if (url.startsWith("attachment:"))
      return (kind === "src" && pictures[decodedUrl(url.slice("attachment:".length))]) || null;
    return isSafeUrl(url) ? relocate(url, kind) : null;
  };
  mathRules(markdown, renderMath);
  tieParticles(markdown);
  const headings = addHeadings(markdown, idPrefix);
  addAllowedHtml(markdown, address);
  addAddresses(markdown, address);
  addScrollBoxes(markdown);
  const render = (text: string, attached: Readonly<Record<string, string>> = {}): string => {
    if (text.length > LONGEST_TEXT) return `<p class="saved">${escapeHtml(tooLong)}</p>\n<pre class="raw" tabindex="0">${escapeHtml(text)}</pre>\n`;
    pictures = attached;
    const open: string[] = [];
    return markdown.render(escapeTableMath(text), { open }) + closeAll(open);
  };
  return { render, headings };
}

function addAllowedHtml(markdown: MarkdownIt, address: Address): void {
  for (const rule of ["html_block", "html_inline"]) {
    markdown.renderer.rules[rule] = (tokens, index, _options, env: { open: string[] }) =>
      allowedHtml(tokens[index].content, env.open, address);
  }
}

function addAddresses(markdown: MarkdownIt, address: Address): void {
  const { rules } = markdown.renderer;
  rules.link_open = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    token.attrSet("href", address(String(token.attrGet("href")), "href") ?? "#");
    return self.renderToken(tokens, index, options);
  };
  const image = rules.image!;
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    token.attrSet("src", address(String(token.attrGet("src")), "src") ?? "");
    return image(tokens, index, options, env, self);
  };
}

/** Wide tables and code scroll in a box of their own, also by keyboard. */
function addScrollBoxes(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules.table_open = () => `<div class="scroll" tabindex="0"><table>\n`;
  rules.table_close = () => "</table></div>\n";
  const code = (text: string): string => `<pre class="code" tabindex="0"><code>${text}</code></pre>\n`;
  rules.fence = (tokens, index, options) => {
    const { content, info } = tokens[index];
    return code(options.highlight!(content, info.trim().split(/\s/)[0], ""));
  };
  rules.code_block = (tokens, index) => code(escapeHtml(tokens[index].content));
}

/** What is coloured at most, in characters and in the sum of squares of line lengths, with which the time grows. */
const LONGEST_CODE = 40_000;
const HIGHLIGHT_BUDGET = 1e7;

/** The code as HTML; without colour if the language is not known, or the lines are too long. */
export function highlightCode(code: string, language: string): string {
  const cost = code.split("\n").reduce((sum, { length }) => sum + length * length, 0);
  if (!hljs.getLanguage(language) || code.length > LONGEST_CODE || cost > HIGHLIGHT_BUDGET) return escapeHtml(code);
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
