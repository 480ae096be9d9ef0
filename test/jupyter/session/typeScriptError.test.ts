import { expect, it } from "vitest";
import { typeScriptError } from "../../../src/jupyter/session/typeScriptError.js";

it("shows every finding with place, line, column and the marked source line", () => {
  const source = "let n: number = 'a';\nfoo(n);";
  const common = { place: "Cell [3]", source };
  const report = typeScriptError([
    { ...common, line: 1, column: 5, length: 1, code: 2322, message: "Type 'string' is not assignable to type 'number'." },
    { ...common, line: 2, column: 1, length: 3, code: 2304, message: "Cannot find name 'foo'." },
  ]);
  expect(report.ename).toBe("TypeScriptError");
  expect(report.evalue).toBe("Cell [3], line 1, column 5: Type 'string' is not assignable to type 'number'. (TS2322)");
  expect(report.traceback.join("\n")).toBe(
    [
      "TypeScriptError: Cell [3], line 1, column 5: Type 'string' is not assignable to type 'number'. (TS2322)",
      "> 1 | let n: number = 'a';",
      "    |     ^",
      "  2 | foo(n);",
      "",
      "TypeScriptError: Cell [3], line 2, column 1: Cannot find name 'foo'. (TS2304)",
      "  1 | let n: number = 'a';",
      "> 2 | foo(n);",
      "    | ^^^",
    ].join("\n"),
  );
});
