import { expect, test } from "vitest";
import { ansiHtml } from "../../../src/cli/pages/ansiHtml.js";

test.each([
  ['plain <b> & "q"', "plain &lt;b&gt; &amp; &quot;q&quot;"],
  ["\u001b[31mred\u001b[0m x", '<span style="color:#b3261e">red</span> x'],
  [
    "\u001b[1;4mx\u001b[22my\u001b[24mz",
    '<span style="font-weight:600;text-decoration:underline">x</span><span style="text-decoration:underline">y</span>z',
  ],
  ["\u001b[2;3mx\u001b[m", '<span style="opacity:.7;font-style:italic">x</span>'],
  ["\u001b[2mx\u001b[22my", '<span style="opacity:.7">x</span>y'],
  ["\u001b[92mx\u001b[39my", '<span style="color:#2da44e">x</span>y'],
  ["\u001b[41mx\u001b[49my", '<span style="background:#b3261e;color:#fff">x</span>y'],
  ["\u001b[38;5;196mx", '<span style="color:rgb(255,0,0)">x</span>'],
  ["\u001b[38;5;9mx", '<span style="color:#cf222e">x</span>'],
  ["\u001b[38;5;244mx", '<span style="color:rgb(128,128,128)">x</span>'],
  ["\u001b[48;2;1;2;300mx", '<span style="background:rgb(1,2,44);color:#fff">x</span>'],
  ["\u001b[38;5;999mx\u001b[38mx", "xx"],
  ["a\u001b[2Kb\u001b[1Ac\u001b]8;;http://x\u0007d\u001b[?25le", "abcde"],
  ["\u001b[38:2:1:2:3mx", '<span style="color:rgb(1,2,3)">x</span>'],
  ["\u001b[31;42mx", '<span style="color:#b3261e;background:#1a7f37">x</span>'],
  ["\u001b[31m\u001b[1mx", '<span style="color:#b3261e;font-weight:600">x</span>'],
  ["\u001b[1;2mx\u001b[22my", '<span style="font-weight:600;opacity:.7">x</span>y'],
  ["\u001b[3mx\u001b[23my", '<span style="font-style:italic">x</span>y'],
  ["\u001b[4mx\u001b[my", '<span style="text-decoration:underline">x</span>y'],
  ["a\u001b[2 qb\u001b[4:3Kc\u001b]0;title\u001b\\d\u001bMe\u001b[0;1~f", "abcdef"],
  ["\u001b[1;4H\u001b[31Jx", "x"],
])("%j", (text, html) => {
  expect(ansiHtml(text)).toBe(html);
});

const dark = ["#1f2328", "#b3261e", "#1a7f37", "#8a5a00", "#0550ae", "#8250df", "#0b7285", "#57606a"];
const bright = ["#57606a", "#cf222e", "#2da44e", "#9a6700", "#0969da", "#a475f9", "#1b7c83", "#8c959f"];

test.each([
  [30, dark],
  [90, bright],
])("the eight colours from %i on, and behind the text ten further", (first, palette) => {
  for (const [index, colour] of palette.entries()) {
    expect(ansiHtml(`\u001b[${first + index}mx`)).toBe(`<span style="color:${colour}">x</span>`);
    expect(ansiHtml(`\u001b[${first + 10 + index}mx`)).toBe(`<span style="background:${colour};color:#fff">x</span>`);
  }
});

test.each([5, 29, 50, 89, 98, 99, 108])("the code %i changes nothing", (code) => {
  expect(ansiHtml(`\u001b[32;45;${code}mx`)).toBe('<span style="color:#1a7f37;background:#8250df">x</span>');
});

test.each([
  ["0", "#1f2328"],
  ["7", "#57606a"],
  ["8", "#57606a"],
  ["15", "#8c959f"],
  ["16", "rgb(0,0,0)"],
  ["67", "rgb(95,135,175)"],
  ["231", "rgb(255,255,255)"],
  ["232", "rgb(8,8,8)"],
  ["255", "rgb(238,238,238)"],
])("the colour %s of 256 is %s", (n, colour) => {
  expect(ansiHtml(`\u001b[38;5;${n}mx`)).toBe(`<span style="color:${colour}">x</span>`);
});

test.each(["5;256", "5;?", "5", "3"])("%s is no colour, and takes away the one before", (list) => {
  expect(ansiHtml(`\u001b[31;4m\u001b[38;${list}mx`)).toBe('<span style="text-decoration:underline">x</span>');
});
