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
])("%j", (text, html) => {
  expect(ansiHtml(text)).toBe(html);
});
