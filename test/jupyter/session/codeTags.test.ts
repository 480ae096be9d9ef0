import ts from "typescript";
import { expect, it } from "vitest";
import { codeTags } from "../../../src/jupyter/session/codeTags.js";

it.each([
  ["/** @module area */\n1", { module: "area", jsx: false, browser: false }],
  ["// first\n/* second */\n/**\n * Draws.\n * @module page\n * @jsx\n */\n1", { module: "page", jsx: true, browser: false }],
  ["/** @browser */\n1", { jsx: false, browser: true }],
  ["/** @module a */ /** @module b */", { module: "b", jsx: false, browser: false }],
  ["/** @module two words */\n1", { jsx: false, browser: false }],
  ["// @browser\n/** @jsx */", { jsx: true, browser: false }],
  ["/* @module area */\n1", { jsx: false, browser: false }],
  ["1;\n/** @module area */", { jsx: false, browser: false }],
  ["'@browser'", { jsx: false, browser: false }],
])("%j says %j", (code, tags) => {
  expect(codeTags(ts, code)).toStrictEqual(tags);
});
