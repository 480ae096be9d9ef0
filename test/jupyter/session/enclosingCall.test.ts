import { expect, test } from "vitest";
import { enclosingCall } from "../../../src/jupyter/session/enclosingCall.js";

/** The text up to the place that is found, for a text with a `|` at the cursor. */
function callee(marked: string): string | undefined {
  const cursor = marked.indexOf("|");
  const code = marked.replace("|", "");
  const place = enclosingCall(code, cursor);
  return place === undefined ? undefined : code.slice(0, place);
}

test.each([
  ["f(|)", "f"],
  ["f(1, |", "f"],
  ["a.b.f (1|)", "a.b.f"],
  ["f(g(1), |)", "f"],
  ["f(g(1|), 2)", "f(g"],
  ["f({ a: [1, |] })", "f"],
  ['f(")", |', "f"],
  ["f(/* ) */ |", "f"],
  ["f(// )\n|", "f"],
  ["f(`) ${1} )`, |", "f"],
  ["f(`${g(|", "f(`${g"],
  ["f('it\\'s)', |", "f"],
  ["const é$ = 1; é$(|", "const é$ = 1; é$"],
])("%s stands in the arguments of %s", (marked, expected) => {
  expect(callee(marked)).toBe(expected);
});

test.each(["|", "f(1)|", "if (|a)", "(|1 + 2)", "[|1]", '"f(|', "`f(|", "1 + |2", "// f(|"])("%s stands in nobody's arguments", (marked) => {
  expect(callee(marked)).toBeUndefined();
});
