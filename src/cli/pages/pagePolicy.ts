/**
 * What a page may load and run, said in its head as a Content-Security-Policy: no script but those
 * that are named here by their hash. So a script that came into a page by other ways is dead text.
 */
import { createHash } from "node:crypto";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/** The inline scripts of a page that may run. */
export class PageScripts {
  readonly #hashes = new Set<string>();

  /** @param source the text between the tags, as it stands in the page */
  allow(source: string): void {
    this.#hashes.add(`'sha256-${createHash("sha256").update(source.replaceAll(/\r\n?/g, "\n")).digest("base64")}'`);
  }

  /** Allows every inline script in the HTML. */
  allowIn(html: string): void {
    if (!/<script/i.test(html)) return;
    const visit = (node: Node): void => {
      if (node.nodeName === "script") this.allow(textOf(node));
      if ("content" in node) visit(node.content);
      if ("childNodes" in node) node.childNodes.forEach(visit);
    };
    visit(parseFragment(html));
  }

  /** As sources of a policy. */
  get sources(): string[] {
    return [...this.#hashes];
  }
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/**
 * The element for the page's head, in front of all that loads anything.
 *
 * @param nonce of script elements that load a file, if there are any
 * @param isOneFile the page holds all that it needs, and is to load nothing
 */
export function policyElement(scripts: PageScripts, nonce: string | null, isOneFile: boolean): string {
  const near = isOneFile ? "" : " 'self' file:";
  const pictures = isOneFile ? "data: blob:" : "* data: blob: file:";
  const directives = [
    "default-src 'none'",
    `script-src ${[...(nonce === null ? [] : [`'nonce-${nonce}'`]), ...scripts.sources].join(" ") || "'none'"}`,
    `style-src 'unsafe-inline'${near}`,
    `font-src data:${near}`,
    `img-src ${pictures}`,
    `media-src ${pictures}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${directives.join("; ")}">`;
}
