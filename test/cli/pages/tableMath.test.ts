import { expect, test } from "vitest";
import { escapeTableMath } from "../../../src/cli/pages/mathRules.js";

test("bars of formulas are escaped in tables only", () => {
  expect(escapeTableMath("$|x|$\n\n|a|b|\n|-|-|\n| $|x|$ | $\\|w\\|_2$ |\n\n$|y|$")).toBe(
    "$|x|$\n\n|a|b|\n|-|-|\n| $\\|x\\|$ | $\\\\|w\\\\|_2$ |\n\n$|y|$",
  );
});

test("prices, code blocks and rules that are no tables stay", () => {
  for (const text of ["|a|\n|-|\n| $5 | $6 |", "```\n|a|\n|-|\n| $|x|$ |\n```", "a | $|x|$\n---", "no | dollars"]) {
    expect(escapeTableMath(text)).toBe(text);
  }
});

test.each([
  ["a|$|x|$\n-|-\n$|y|$|b\nc|$|z|$", "a|$\\|x\\|$\n-|-\n$\\|y\\|$|b\nc|$\\|z\\|$"],
  ["|a|\n| :-: |\n|$|x|$|", "|a|\n| :-: |\n|$\\|x\\|$|"],
  ["|a|\n|:--|\n|$|x|$|\n  \n|$|x|$|", "|a|\n|:--|\n|$\\|x\\|$|\n  \n|$|x|$|"],
  ["~~~\n$x$\n~~~\n|a|\n|-|\n|$|x|$|", "~~~\n$x$\n~~~\n|a|\n|-|\n|$\\|x\\|$|"],
  ["|a|\n|-|\n|$\\a|$ \\$|x|$|", "|a|\n|-|\n|$\\a\\|$ \\$|x|$|"],
  ["|a|\n|-|\n|$x|$ |$y|$|", "|a|\n|-|\n|$x\\|$ |$y\\|$|"],
])("bars of the formulas in %j", (text, escaped) => {
  expect(escapeTableMath(text)).toBe(escaped);
});

test.each([
  "|a|\n|x-|\n|$|x|$|",
  "|a|\n|-x|\n|$|x|$|",
  "|a|\n|::-|\n|$|x|$|",
  "|a|\n|:|\n|$|x|$|",
  "|a|\n|-|x|\n|$|x|$|",
  "|a|\n|\n|$|x|$|",
  "|a|\n||\n|$|x|$|",
  "a\n|-|\n|$|x|$|",
  "|a|\n-\n|$|x|$|",
  "  ```\n|a|\n|-|\n|$|x|$|\n```",
  "|a|\n|-|\n|$ |x|$|",
  "|a|\n|-|\n|$|x|$5|",
  "|a|\n|-|\n|$x| $|",
])("no formula of a table in %j", (text) => {
  expect(escapeTableMath(text)).toBe(text);
});
