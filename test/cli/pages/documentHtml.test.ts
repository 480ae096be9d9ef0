import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { documentHtml } from "../../../src/cli/pages/documentHtml.js";
import { PageScripts } from "../../../src/cli/pages/pagePolicy.js";

const page = (rest: Partial<Parameters<typeof documentHtml>[0]>) =>
  documentHtml({ title: "t", lang: "en", body: "", scripts: new PageScripts(), assets: "assets", plotly: false, ...rest });

test("a page letter by letter, but for its style and policy", () => {
  const parts = { title: "<t>", lang: 'k"o', body: "<p>text</p>", script: "go();", head: "<meta>\n", style: "p { color: red; }\n" };
  const { html, math, plotly } = page(parts);
  expect([math, plotly]).toEqual([false, false]);
  expect(html).toContain("\n}\np { color: red; }\n</style>");
  expect(html.replace(/<style>[^]*<\/style>/, "<style>").replace(/<meta http-equiv[^>]*>/, "<policy>")).toBe(`<!doctype html>
<html lang="k&quot;o">
<head>
<meta charset="utf-8">
<meta>
<meta name="viewport" content="width=device-width, initial-scale=1">
<policy>
<title>&lt;t&gt;</title>
<link rel="icon" href="data:,">
<style>
</head>
<body>
<p>text</p>
<script>go();</script>
</body>
</html>
`);
});

test("without more for the head or the style there is none", () => {
  expect(page({}).html).toContain('<meta charset="utf-8">\n<meta name="viewport"');
  expect(page({}).html).toMatch(/<style>\n:root[^]*\n\}\n<\/style>/);
});

test.each([
  ["assets", false, false],
  ["assets", true, true],
  [null, false, false],
])("with the assets at %s, the files beside it: formulas %s", (assets, hasMath, isBeside) => {
  const { html, math, plotly } = page({ assets, body: hasMath ? '<span class="katex"></span>' : "katex", plotly: hasMath });
  expect([math, plotly]).toEqual([isBeside, isBeside]);
  expect(html.includes('<link rel="stylesheet" href="assets/katex/katex.min.css">\n')).toBe(isBeside);
  expect(html.includes(' src="assets/plotly.min.js"></script>\n<style>')).toBe(isBeside);
  expect(html).not.toContain("@font-face");
});

test("a page of one file holds what it needs, and says that it needs nothing", () => {
  const scripts = new PageScripts();
  const { html, math, plotly } = page({ assets: null, body: '<span class="katex"></span>', plotly: true, scripts });
  expect([math, plotly]).toEqual([false, false]);
  expect(html).toContain("<style>\n@font-face");
  expect(html).not.toContain("stylesheet");
  expect(html).not.toContain("nonce");
  expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^ ]+' 'sha256-[^ ]+'; [^>]*img-src data: blob:; [^>]*>\n<script>[^]{1000000,}<\/script>\n<title>/);
  expect(scripts.sources).toHaveLength(2);
});

test("contents stand open where there is room, and on paper every fold is open", () => {
  const body = '<nav class="contents"><details></details></nav><main><details id="shut"></details><details id="open" open></details></main>';
  const opened = (room: boolean, text = body) => {
    const { html } = page({ body: text });
    const asked: string[] = [];
    const { window } = new JSDOM(html.replace(/<style>[^]*<\/style>/, ""), {
      runScripts: "dangerously",
      beforeParse: (it) => void Object.assign(it, { matchMedia: (query: string) => (asked.push(query), { matches: room }) }),
    });
    const state = () => [...window.document.querySelectorAll("details")].map(({ open }) => open);
    const states = [state()];
    for (const event of ["beforeprint", "afterprint"]) {
      window.dispatchEvent(new window.Event(event));
      states.push(state());
    }
    return [asked, ...states];
  };
  expect(opened(true)).toEqual([["(min-width: 80em)"], [true, false, true], [true, true, true], [true, false, true]]);
  expect(opened(false)).toEqual([["(min-width: 80em)"], [false, false, true], [false, true, true], [false, false, true]]);
  expect(opened(true, "<main><details></details></main>")).toEqual([[], [false], [true], [false]]);
});
