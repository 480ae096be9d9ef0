/**
 * The HTML that markdown may hold. parse5 reads it as browsers do; every tag on the list is written
 * anew with the attributes on the list, and whatever else looks like HTML is shown as the text that
 * it is. So nothing that a notebook's text or data says can run a script.
 */
import { Token, Tokenizer } from "parse5";
import { escapeHtml } from "../../jupyter/display/html.js";

const PLAIN_TAGS =
  "abbr b blockquote br caption center cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr tt u ul var";
const ALLOWED_TAGS = new Set([...PLAIN_TAGS.split(" "), "a", "img"]);
const VOID_TAGS = new Set(["br", "hr", "img"]);
const ANY_TAG_ATTRIBUTES = new Set(["id", "title", "lang", "dir", "align"]);
const ATTRIBUTES_OF: Record<string, readonly string[]> = {
  a: ["href", "name"],
  img: ["src", "alt", "width", "height"],
  details: ["open"],
  ol: ["start", "type"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
};

/** Gives the address that a page may use, or null. */
export type Address = (url: string, kind: "href" | "src") => string | null;

/**
 * The HTML with what is not allowed shown as text.
 *
 * @param open tags that are open, innermost last; kept up to date, so that one piece of HTML can
 * open what a later one closes
 */
export function allowedHtml(html: string, open: string[], address: Address): string {
  let result = "";
  let end = 0;
  for (const token of tokens(html)) {
    const { startOffset, endOffset } = token.location!;
    const text = html.slice(startOffset, endOffset);
    result += escapeText(html.slice(end, startOffset));
    end = endOffset;
    if (token.type === Token.TokenType.COMMENT) result += isWholeComment(text) ? "" : escapeText(text);
    else if (!isTag(token)) result += escapeText(text);
    else if (token.type === Token.TokenType.END_TAG) result += closeLast(token.tagName, open);
    else result += openTag(token, open, address);
  }
  return result + escapeText(html.slice(end));
}

/** Closes what is still open, so that nothing leaks out of a cell. */
export function closeAll(open: string[]): string {
  return closeFrom(0, open);
}

/** The tags and comments, in order. */
function tokens(html: string): (Token.TagToken | Token.CommentToken)[] {
  const found: (Token.TagToken | Token.CommentToken)[] = [];
  const take = (token: Token.TagToken | Token.CommentToken): void => void found.push(token);
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: take, onEndTag: take, onComment: take,
      onCharacter: ignore, onWhitespaceCharacter: ignore, onNullCharacter: ignore, onDoctype: ignore, onEof: ignore,
    },
  );
  tokenizer.write(html, true);
  return found;
}

/** One on the list. A `<` inside, as in `a <b <c>`, says that none is meant. */
function isTag({ tagName, attrs }: Token.TagToken): boolean {
  return ALLOWED_TAGS.has(tagName) && !attrs.some(({ name }) => name.includes("<"));
}

/** The tokenizer calls all sorts of things a comment. */
function isWholeComment(text: string): boolean {
  return text.startsWith("<!--") && text.endsWith("-->");
}

/** How many of each tag are open: to look for one that is not would take ever longer. */
const counts = new WeakMap<readonly string[], Map<string, number>>();

function count(open: readonly string[], name: string, change: number): number {
  const of = counts.get(open) ?? new Map<string, number>();
  counts.set(open, of);
  const number = (of.get(name) ?? 0) + change;
  of.set(name, number);
  return number;
}

/** Closes the last open tag of the name and all inside it; an end without a beginning is dropped. */
function closeLast(name: string, open: string[]): string {
  return count(open, name, 0) === 0 ? "" : closeFrom(open.lastIndexOf(name), open);
}

/** Closes the open tags from the index on, innermost first. */
function closeFrom(index: number, open: string[]): string {
  const closed = open.splice(index).reverse();
  for (const name of closed) count(open, name, -1);
  return closed.map((name) => `</${name}>`).join("");
}

function openTag({ tagName, attrs }: Token.TagToken, open: string[], address: Address): string {
  if (!VOID_TAGS.has(tagName)) {
    open.push(tagName);
    count(open, tagName, 1);
  }
  return `<${tagName}${attrs.map(({ name, value }) => allowedAttribute(tagName, name, value, address)).join("")}>`;
}

function allowedAttribute(tagName: string, key: string, value: string, address: Address): string {
  if (!ANY_TAG_ATTRIBUTES.has(key) && !ATTRIBUTES_OF[tagName]?.includes(key)) return "";
  const allowed = key === "href" || key === "src" ? address(value, key) : value;
  return allowed === null ? "" : ` ${key}="${escapeHtml(allowed)}"`;
}

/** Escapes text that may hold entities, which stay as they are: an entity never opens a tag. */
function escapeText(text: string): string {
  return text
    .replaceAll(/&(?!#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
