/** The committed notebooks: small, and executed without an error. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { CodeCell } from "../../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { selectNotebooks } from "../../../src/cli/run/selectNotebooks.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const notebooks = selectNotebooks([], join(root, "notebooks"), root);
const read = (path: string) => readNotebook(readFileSync(path, "utf8"), path);

describe.each(notebooks)("$name", ({ path }) => {
  const cells = read(path).cells.filter((cell): cell is CodeCell => cell.cell_type === "code");

  test("is under 1 MB, with static pictures", () => {
    expect(statSync(path).size).toBeLessThan(1e6);
    expect(readFileSync(path, "utf8")).not.toContain("plotly.v1+json");
  });

  test("was executed from the top, without an error", () => {
    expect(cells.map(({ execution_count }) => execution_count)).toEqual(cells.map((_, index) => index + 1));
    expect(cells.flatMap(({ outputs }) => outputs).filter(({ output_type }) => output_type === "error")).toEqual([]);
  });
});
