/** What a reader sees of markdown. */
import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

const markdown = new MarkdownIt({ html: true });
markdown.validateLink = () => true;

/** Letters that show nothing: Hangul fillers, and the empty Braille pattern. */
const BLANK_LETTERS = /[\u115f\u1160\u3164\uffa0\u2800]/g;
/** Neither of these says anything by itself: punctuation, spaces, marks, and what has no shape. */
const SAYS_NOTHING = /^[\p{P}\p{Z}\p{C}\p{M}$`|]*$/u;

/** Characters: nobody hides an answer behind so much of nothing. */
const LONGEST = 100_000;

/** The words, with single spaces; `[picture]` for a picture; empty if there is nothing but punctuation. */
export function visibleText(source: string): string {
  if (source.length > LONGEST) return source.slice(0, LONGEST);
  const parts: string[] = [];
  collect(parseFragment(markdown.render(source)), parts);
  const text = parts.join("").replaceAll(BLANK_LETTERS, "").replaceAll(/[\p{Z}\p{C}]+/gu, " ").trim();
  return SAYS_NOTHING.test(text) ? "" : text;
}

function collect(node: Node, parts: string[]): void {
  if ("value" in node) parts.push(node.value);
  else if (node.nodeName === "img") parts.push(" [picture] ");
  else if ("childNodes" in node) for (const child of node.childNodes) collect(child, parts);
}
