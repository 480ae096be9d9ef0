import ts from "typescript";
import { expect, it } from "vitest";
import { findingOf } from "../../../src/jupyter/cells/findings.js";

const found = (more: object) => ({ file: undefined, start: 0, length: 1, code: 5, category: ts.DiagnosticCategory.Error, messageText: "wrong", ...more });

it.each([[0, 1, 1], [2, 1, 3], [4, 2, 1], [7, 3, 1], [8, 3, 2], [10, 4, 1], [99, 4, 4]])("what is at %i stands in line %i, column %i", (start, line, column) => {
  expect(findingOf(found({ start }), "abc\nd\r\nfg\rijk")).toMatchObject({ line, column });
});

it("has the parts of a chain one below the other, and advice where there is some", () => {
  const messageText = { messageText: "a", code: 1, category: 1, next: [{ messageText: "b", code: 2, category: 1, next: [{ messageText: "c", code: 3, category: 1 }] }, { messageText: "d", code: 4, category: 1 }] };
  expect(findingOf(found({ messageText, advice: "do" }), "x", "/p.ts")).toStrictEqual({ path: "/p.ts", source: "x", line: 1, column: 1, length: 1, code: 5, message: "a\n  b\n  c\n  d", advice: "do" });
  expect(findingOf(found({ start: undefined, length: undefined }), "x")).toStrictEqual({ path: undefined, source: "x", line: 1, column: 1, length: 0, code: 5, message: "wrong" });
});
