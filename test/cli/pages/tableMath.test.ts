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
