import { expect, it } from "vitest";
import { escapeHtml, scriptJson, scriptSource } from "../../../src/jupyter/display/html.js";

it("escapes text for content and attributes", () => {
  expect(escapeHtml(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
});

it("writes JSON that no script element ends at, and that reads back the same", () => {
  const value = { text: "</script><!--\u2028\u2029" };
  const text = scriptJson(value);
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual(value);
});

it("writes source that no script element ends at, and that means the same", () => {
  const source = scriptSource('["</script>", "</SCRIPT>", "<!-- x"].join()');
  expect(source).not.toMatch(/<\/script|<!--/i);
  expect(new Function(`return ${source}`)()).toBe("</script>,</SCRIPT>,<!-- x");
});
