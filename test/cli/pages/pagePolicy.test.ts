import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { documentHtml } from "../../../src/cli/pages/documentHtml.js";
import { PageScripts, policyElement } from "../../../src/cli/pages/pagePolicy.js";

const hash = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
const directive = (html: string, name: string) => new RegExp(`${name} ([^;"]*)`).exec(html)![1];

test("a script is named by its text as browsers see it, each once", () => {
  const scripts = new PageScripts();
  scripts.allowIn("<p>text</p><script>a();\r\nb();</script><template><script>c()</script></template><SCRIPT type=module>d('<b>')</SCRIPT><!-- <script>no()</script> --><textarea><script>no()</script></textarea>");
  scripts.allow("c()");
  expect(scripts.sources).toEqual([hash("a();\nb();"), hash("c()"), hash("d('<b>')")]);
});

test("nothing is loaded but what the page needs, and from no network where it is one file", () => {
  const one = policyElement(new PageScripts(), null, true);
  expect(one).toContain("default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; ");
  expect(one).toContain("base-uri 'none'; form-action 'none'");
  expect(directive(policyElement(new PageScripts(), "n0", false), "script-src")).toBe("'nonce-n0'");
});

test("the policy stands in front of all that it rules, and names the page's own script", () => {
  const document = { title: "t", lang: "en", scripts: new PageScripts(), assets: "assets", plotly: true };
  const { html } = documentHtml({ ...document, body: "<p>one</p>" });
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<link"));
  const own = /<script>([^]*?)<\/script>\n<\/body>/.exec(html)![1];
  const sources = directive(html, "script-src").split(" ");
  expect(sources).toEqual([expect.stringMatching(/^'nonce-[\w-]{43}'$/), hash(own!)]);
  expect(html).toContain(`<script nonce="${sources[0]!.slice("'nonce-".length, -1)}" src="assets/plotly.min.js">`);
  // nothing in a page can know the nonce beforehand
  const other = documentHtml({ ...document, scripts: new PageScripts(), body: "<p>two</p>" }).html;
  expect(directive(other, "script-src").split(" ")[0]).not.toBe(sources[0]);
});

test.each([
  [false, "default-src 'none'; script-src 'nonce-n' A B; style-src 'unsafe-inline' 'self' file:; font-src data: 'self' file:; img-src * data: blob: file:; media-src * data: blob: file:; base-uri 'none'; form-action 'none'"],
  [true, "default-src 'none'; script-src 'nonce-n' A B; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; media-src data: blob:; base-uri 'none'; form-action 'none'"],
])("the policy letter by letter, of one file: %s", (isOneFile, policy) => {
  const scripts = new PageScripts();
  scripts.allow("a");
  scripts.allow("b");
  const element = policyElement(scripts, "n", isOneFile);
  expect(element.replace(hash("a"), "A").replace(hash("b"), "B")).toBe(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
});

test("line ends of all kinds are those of browsers, and an empty script has a name too", () => {
  const scripts = new PageScripts();
  scripts.allow("a\rb\r\nc\nd");
  scripts.allowIn("<p>x</p><script></script>");
  scripts.allowIn("<p>none</p>");
  expect(scripts.sources).toEqual([hash("a\nb\nc\nd"), hash("")]);
});
