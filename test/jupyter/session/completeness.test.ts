import ts from "typescript";
import { expect, it } from "vitest";
import { completeness } from "../../../src/jupyter/session/completeness.js";

it.each(["f()", "1 +* 2", "const a = `b`", "// `", "if (x) {\n\n\n", ""])("%j is complete", (code) => {
  expect(completeness(ts, code)).toEqual({ status: "complete" });
});

it.each([
  ["f(", "  "], ["if (x) {", "  "], ["if (x) {\n  while (y) {", "    "], ["if (x) {\n  f();\n", ""], ["if (x) {\n  f();", "  "], ["f({\n  a: [1]\n  }", ""], ["f({\n}", ""], ["f(\n\t]", ""],
  ["`a", ""], ["`${1}", ""], ["/* a", ""],
])("%j is not; the next line begins with %j", (code, indent) => {
  expect(completeness(ts, code)).toEqual({ status: "incomplete", indent });
});
