import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { type Address, allowedHtml, closeAll } from "../../../src/cli/pages/allowedHtml.js";

const anywhere: Address = (url) => url;
const allowed = (html: string, address = anywhere): string => {
  const open: string[] = [];
  return allowedHtml(html, open, address) + closeAll(open);
};

test.each([
  ["<b>x</b>", "<b>x</b>"],
  ["<DETAILS open><Summary>A &amp; B</summary>", '<details open=""><summary>A &amp; B</summary></details>'],
  ["a<br/>b<hr>", "a<br>b<hr>"],
  ["<td colspan=2 align='right'>", '<td colspan="2" align="right"></td>'],
  ["<!-- note -->x", "x"],
  ["a & b &lt; &#39;", "a &amp; b &lt; &#39;"],
])("%s is kept", (html, expected) => {
  expect(allowed(html)).toBe(expected);
});

test.each([
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["<svg/onload=alert(1)>", "&lt;svg/onload=alert(1)&gt;"],
  ["<iframe src='x'></iframe>", "&lt;iframe src='x'&gt;&lt;/iframe&gt;"],
  ["<b <script>", "&lt;b &lt;script&gt;"],
  ["<b\u0000>", "&lt;b\u0000&gt;"],
  ['<a href="x', "&lt;a href=&quot;x"],
  ["<!-- no end", "&lt;!-- no end"],
  ["<?php -->x", "&lt;?php --&gt;x"],
  ["</ b>x", "&lt;/ b&gt;x"],
  ["<!doctype html>x", "&lt;!doctype html&gt;x"],
])("%s is shown as text", (html, expected) => {
  expect(allowed(html)).toBe(expected);
});

test.each([
  ['<b onclick="x()" style="color:red" class="c">x</b>', "<b>x</b>"],
  ['<img src="a.png" onerror="x()" width="3">', '<img src="a.png" width="3">'],
  [`<a href='"><script>x</script>'>y</a>`, '<a href="&quot;&gt;&lt;script&gt;x&lt;/script&gt;">y</a>'],
])("attributes that are not on the list go: %s", (html, expected) => {
  expect(allowed(html)).toBe(expected);
});

test.each([
  '<p id="i" title="t" lang="ko" dir="rtl" align="left"></p>',
  '<a href="h" name="n"></a>',
  '<img src="s" alt="a" width="1" height="2">',
  '<ol start="3" type="a"></ol>',
  '<td colspan="2" rowspan="3"></td>',
  '<th colspan="2" rowspan="3" scope="row"></th>',
])("attributes on the list stay: %s", (html) => {
  expect(allowed(html)).toBe(html);
});

test.each([["<p href='h' open>", "<p></p>"], ["<a src='s' alt='a'>", "<a></a>"]])("an attribute of other tags goes: %s", (html, expected) => {
  expect(allowed(html)).toBe(expected);
});

test("an address that is not allowed goes with its attribute", () => {
  expect(allowed('<a href="bad" title="t">x</a>', () => null)).toBe('<a title="t">x</a>');
});

test("what a cell opens is closed, what it did not open stays", () => {
  expect(allowed("<details><b>x")).toBe("<details><b>x</b></details>");
  expect(allowed("</div></b>x")).toBe("x");
  expect(allowed("<b><i>x</b>")).toBe("<b><i>x</i></b>");
  expect(allowed("<i>x</b>y</i>")).toBe("<i>xy</i>");
  expect(allowed("<i><b>x</b></b>y</i>")).toBe("<i><b>x</b>y</i>");
  expect(allowed("<b>x<b>y</b>z</b>")).toBe("<b>x<b>y</b>z</b>");
});

test("what one piece opens another may close", () => {
  const open: string[] = [];
  expect(allowedHtml("<details>", open, anywhere)).toBe("<details>");
  expect(open).toEqual(["details"]);
  expect(allowedHtml("</details>", open, anywhere)).toBe("</details>");
  expect(open).toEqual([]);
});

test("whatever the text, a browser finds only elements and attributes of the list", () => {
  const pieces = [
    "<",
    ">",
    "/",
    '"',
    "'",
    "=",
    " ",
    "`",
    "&",
    "#",
    ";",
    "!--",
    "-->",
    "script",
    "img",
    "b",
    "a",
    "details",
    "href",
    "src",
    "onerror",
    "onclick",
    "javascript:x",
    "\u0000",
    "\n",
    "svg",
    "style",
    "<b>",
    "</b>",
    "x",
  ];
  let state = 12345;
  const next = (n: number): number => {
    state = (state * 69069 + 1) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * n);
  };
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: 12 }, () => pieces[next(pieces.length)]).join("");
    const fragment = JSDOM.fragment(allowed(text, (url) => (url.startsWith("j") ? null : url)));
    for (const element of fragment.querySelectorAll("*")) {
      expect(["IMG", "B", "A", "DETAILS"]).toContain(element.tagName);
      for (const { name, value } of element.attributes)
        expect([name, value]).toEqual([expect.stringMatching(/^(href|src)$/), expect.not.stringMatching(/^j/)]);
    }
  }
});
