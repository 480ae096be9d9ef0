import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { executedCopy } from "../../../src/cli/run/executedCopy.js";
import { code, notebookText } from "./notebookText.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

test("the notebook that a run left, null where there is none or something else", () => {
  const path = join(temporaryFolder(), "n.ipynb");
  expect(executedCopy(path)).toBe(null);
  writeFileSync(path, notebookText([code("f()")]));
  expect(executedCopy(path)!.cells).toMatchObject([{ cell_type: "code", source: "f()" }]);
  writeFileSync(path, "half of a no");
  expect(executedCopy(path)).toBe(null);
});
