/**
 * The HTML that markdown may hold. Every tag on the list is written anew with the attributes on
 * the list; whatever else looks like HTML is shown as the text that it is. So nothing that a
 * notebook's text or data says can run a script, whatever a browser would make of it.
 */
import { escapeHtml } from "../../display/html.js";

const TAG =
  /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

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
  for (const match of html.matchAll(TAG)) {
    const [text, slash, name = "", attributes = ""] = match;
    const lower = name.toLowerCase();
    result += escapeText(html.slice(end, match.index));
    end = match.index + text.length;
    if (text.startsWith("<!--")) continue;
    if (!ALLOWED_TAGS.has(lower)) result += escapeText(text);
    else if (slash) result += closeFrom(open.lastIndexOf(lower), open);
    else result += openTag(lower, attributes, open, address);
  }
  return result + escapeText(html.slice(end));
}

/** Closes what is still open, so that nothing leaks out of a cell. */
export function closeAll(open: string[]): string {
  return closeFrom(0, open);
}

/** Closes the open tags from the index on, innermost first; an end without a beginning is dropped. */
function closeFrom(index: number, open: string[]): string {
  if (index < 0) return "";
  return open
    .splice(index)
    .reverse()
    .map((name) => `</${name}>`)
    .join("");
}

function openTag(name: string, attributes: string, open: string[], address: Address): string {
  if (!VOID_TAGS.has(name)) open.push(name);
  let text = `<${name}`;
  for (const [, key = "", double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    text += allowedAttribute(name, key.toLowerCase(), decode(double ?? single ?? bare ?? ""), address);
  }
  return `${text}>`;
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

/** The entities that people write in attributes; any other is taken literally, here and in the page. */
function decode(value: string): string {
  return value.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
