import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { isProven, withProof } from "../../../src/cli/run/runProof.js";
import type { CodeCell, Notebook } from "../../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../../src/jupyter/nbformat/writeNotebook.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const code: CodeCell = { cell_type: "code", id: "a", metadata: {}, source: "f()", execution_count: 1, outputs: [{ output_type: "stream", name: "stdout", text: "1" }] };
const executed: Notebook = { metadata: { title: "T", run: { date: "2024-01-02T03:04:05Z", seconds: 1, kernel: "k" } }, cells: [code, { cell_type: "markdown", id: "b", metadata: {}, source: "x" }] };
const key = (root: string) => join(root, ".cache", "run-key");

test("a notebook that was proven here is so after it was written and read again, and nowhere else", () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()];
  const proven = withProof(executed, here);
  expect(proven.metadata).toMatchObject(executed.metadata);
  expect(proven.cells).toEqual(executed.cells);
  const again = readNotebook(writeNotebook(proven), "n");
  expect(isProven(again, here)).toBe(true);
  expect(isProven(again, there)).toBe(false);
  expect(isProven(executed, here)).toBe(false);
});

test.each<[string, (notebook: Notebook) => Notebook]>([
  ["the code", ({ metadata, cells }) => ({ metadata, cells: [{ ...code, source: "g()" }, cells[1]] })],
  ["an output", ({ metadata, cells }) => ({ metadata, cells: [{ ...code, outputs: [] }, cells[1]] })],
  ["a count", ({ metadata, cells }) => ({ metadata, cells: [{ ...code, execution_count: 2 }, cells[1]] })],
  ["a cell more", ({ metadata, cells }) => ({ metadata, cells: [...cells, code] })],
  ["the record", ({ metadata, cells }) => ({ metadata: { ...metadata, run: { ...(metadata["run"] as object), kernel: "other" } }, cells })],
  ["the proof", ({ metadata, cells }) => ({ metadata: { ...metadata, run: { ...(metadata["run"] as object), proof: 5 } }, cells })],
  ["no record at all", ({ cells }) => ({ metadata: {}, cells })],
])("it is not proven any more when somebody changed %s", (_, change) => {
  const root = temporaryFolder();
  expect(isProven(change(withProof(executed, root)), root)).toBe(false);
});

test("prose may change: nobody ran it", () => {
  const root = temporaryFolder();
  const { metadata, cells } = withProof(executed, root);
  expect(isProven({ metadata: { ...metadata, title: "Other" }, cells: [cells[0], { ...cells[1], source: "y" } as Notebook["cells"][number]] }, root)).toBe(true);
});

test("the key is made once, for this user alone", () => {
  const root = temporaryFolder();
  mkdirSync(dirname(key(root)));
  const proven = withProof(executed, root);
  const made = readFileSync(key(root));
  expect(made).toHaveLength(32);
  if (process.platform !== "win32") expect(statSync(key(root)).mode & 0o777).toBe(0o600);
  withProof(executed, root);
  expect(readFileSync(key(root))).toEqual(made);
  rmSync(key(root));
  expect(isProven(proven, root)).toBe(false);
});

test("where the key cannot be kept it holds as long as the process", () => {
  const root = temporaryFolder();
  mkdirSync(dirname(key(root)));
  writeFileSync(key(root), "short");
  const proven = withProof(executed, root);
  expect(isProven(proven, root)).toBe(true);
  expect(readFileSync(key(root), "utf8")).toBe("short");
});

test("a key of another length is none: nobody can choose it", () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()];
  for (const root of [here, there]) {
    mkdirSync(dirname(key(root)));
    writeFileSync(key(root), "short");
  }
  expect(isProven(withProof(executed, here), there)).toBe(false);
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a folder that cannot be written is no obstacle", () => {
  const root = temporaryFolder();
  chmodSync(root, 0o500);
  expect(isProven(withProof(executed, root), root)).toBe(true);
  expect(existsSync(key(root))).toBe(false);
  chmodSync(root, 0o700);
});
