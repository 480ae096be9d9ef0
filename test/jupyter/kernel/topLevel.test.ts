import { describe, expect, it } from "vitest";
import { topLevel } from "../../../src/jupyter/kernel/topLevel.js";

describe("topLevel", () => {
  it.each([
    ["x", false],
    ["x;", true],
    ["x; // why", true],
    ["x // ;", false],
    ["x /* ; */", false],
    ["x;\n\n/* end */", true],
    ["'a;'", false],
    ["`;`", false],
    ["`${a};`;", true],
    ["/;/", false],
    ["f(() => { g(); })", false],
    ["a;\nb", false],
    ["a\nb;", true],
    ["const a = 1;\na", false],
    ["", false],
    ["const a = 1;", false],
  ])("knows whether %j hides its value: %s", (source, hidden) => {
    expect(topLevel(source).hidesValue).toBe(hidden);
  });

  it.each([
    ["await f()", true],
    ["await (f())", true],
    ["await [1, 2]", true],
    ["const x = 1 + await f();", true],
    ["if (a) { await f(); }", true],
    ["for await (const x of y) g(x);", true],
    ["for (const x of await y) g(x);", true],
    ["f(`${await g()}`)", true],
    ["async function f() { await g(); }", false],
    ["const f = async () => { await g(); }", false],
    ["class A { async m() { await g(); } }", false],
    ["async () => { for await (const x of y) g(x); }", false],
    ["f('await')", false],
    ["// await f()", false],
  ])("knows whether %j waits: %s", (source, awaits) => {
    expect(topLevel(source).awaits).toBe(awaits);
  });
});
