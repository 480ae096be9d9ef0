/** Gives each heading an id to link to, and collects them for the table of contents. */
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { escapeHtml } from "../../jupyter/display/html.js";

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly id: string;
  /** What it says, without links. */
  readonly html: string;
  /** The same without mark-up. */
  readonly text: string;
}

/** Adds the rule; the list grows with each rendered text. Ids begin with the prefix. */
export function addHeadings(markdown: MarkdownIt, idPrefix: string): Heading[] {
  const headings: Heading[] = [];
  const used = new Map<string, number>();
  markdown.core.ruler.push("headings", (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const children = state.tokens[index + 1].children!;
      const text = children
        .map((child) => child.content)
        .join("")
        .trim();
      const id = idPrefix + freeId(text, used);
      token.attrSet("id", id);
      token.attrSet("tabindex", "-1");
      const html = markdown.renderer.render(withoutLinks(children), state.md.options, {});
      headings.push({ level: Number(token.tag.slice(1)), id, html, text });
    }
  });
  markdown.renderer.rules.heading_close = (tokens, index) => {
    const id = tokens[index - 2].attrGet("id")!;
    return `<a class="anchor" href="#${escapeHtml(id)}" aria-hidden="true" tabindex="-1">#</a></${tokens[index].tag}>\n`;
  };
  return headings;
}

/**
 * Jupyter's rule, so that a link inside a notebook works in both: spaces become hyphens.
 *
 * @param used each id with the number that the last heading of its name got
 */
function freeId(text: string, used: Map<string, number>): string {
  const base = text.replaceAll(/\s+/g, "-") || "section";
  let n = used.get(base) ?? 0;
  let id = base;
  while (used.has(id)) id = `${base}-${Math.max(2, ++n)}`;
  used.set(base, n);
  if (id !== base) used.set(id, 0);
  return id;
}

function withoutLinks(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => type !== "link_open" && type !== "link_close" && type !== "html_inline");
}
