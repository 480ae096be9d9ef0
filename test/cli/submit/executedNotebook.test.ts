import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withRunRecord } from "../../../src/cli/pages/runRecord.js";
import { withProof } from "../../../src/cli/run/runProof.js";
import { cellProblems, runCount } from "../../../src/cli/submit/cellProblems.js";
import { executedNotebook, ranSince } from "../../../src/cli/submit/executedNotebook.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../../src/jupyter/nbformat/writeNotebook.js";
import { failed, fresh, ipynb, projectNotebook, put, ran, text } from "./sampleProject.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const root = temporaryFolder();
const mine = projectNotebook("n", [ran("c", "f()", "my own")]);
const printed = (notebook: { cells: unknown }) => JSON.stringify(notebook.cells);
const run = { date: "2025-01-02T03:04:05Z", seconds: 1, kernel: "k" };

/** Writes the executed copy as a run in the project leaves it. */
function putRun(folder: string, cells: Parameters<typeof ipynb>[0], metadata: object = {}, project = root): string {
  const notebook = readNotebook(ipynb(cells, { ...metadata }), "n");
  return put(folder, "n.ipynb", writeNotebook(withProof(withRunRecord(notebook, run), project)));
}

test("the outputs of the last run where the code is the same", () => {
  const folder = temporaryFolder();
  putRun(folder, [ran("c", "f()", "of the run")]);
  const executed = executedNotebook(mine, folder, root);
  expect(printed(executed.notebook)).toContain("of the run");
  expect([...executed.ran!]).toEqual(["c"]);
  expect(runCount(executed.notebook, executed.ran)).toEqual({ run: 1, total: 1 });
});

test("nothing has run here that this clone did not run, or not as it stands", () => {
  const folder = temporaryFolder();
  const expectNotRun = () => {
    const { notebook, ran } = executedNotebook(mine, folder, root);
    expect(printed(notebook)).toContain("my own");
    expect(runCount(notebook, ran)).toEqual({ run: 0, total: 1 });
    expect(cellProblems(notebook, ran)).toEqual(["not run: none of its 1 code cells has run; what is saved there was not made here by this code"]);
  };
  expectNotRun();
  put(folder, "n.ipynb", ipynb([ran("c", "f()", "saved in the notebook as it was given out")]));
  expectNotRun();
  putRun(folder, [ran("c", "g()", "of other code")]);
  expectNotRun();
  putRun(folder, [ran("c", "f()", "of another clone")], {}, temporaryFolder());
  expectNotRun();
  const path = putRun(folder, [ran("c", "f()", "of the run")]);
  put(folder, "n.ipynb", readFileSync(path, "utf8").replace("of the run", "by hand"));
  expectNotRun();
  put(folder, "n.ipynb", "broken");
  expectNotRun();
});

test("from a changed cell on nothing has run: what follows may depend on it", () => {
  const folder = temporaryFolder();
  putRun(folder, [ran("a", "1", "one"), ran("b", "2", "two"), ran("c", "3", "three")]);
  const changed = projectNotebook("n", [ran("a", "1", ""), fresh("empty", " "), ran("b", "2 + 2", "two"), ran("c", "3", "three")]);
  const { notebook, ran: ids } = executedNotebook(changed, folder, root);
  expect([...ids!]).toEqual(["a"]);
  expect(cellProblems(notebook, ids)).toEqual(["code cells 3 (b) to 4 (c) were not run; what is saved there was not made here by this code"]);
});

test("the proof outlives being written and read, whatever the outputs hold", () => {
  const folder = temporaryFolder();
  const data = { "text/plain": ["a\n", "b"], "application/json": { z: [1, null], a: "\u2028" }, "image/png": "AA==", "text/html": "" };
  const shows = { ...ran("c", "f()", ""), outputs: [{ output_type: "display_data", data, metadata: {} }, { output_type: "stream", name: "stderr", text: "\n\n" }] };
  const path = putRun(folder, [shows]);
  expect(executedNotebook(mine, folder, root).ran!.size).toBe(1);
  const again = readNotebook(readFileSync(path, "utf8"), "n");
  put(folder, "n.ipynb", writeNotebook(again));
  expect(executedNotebook(mine, folder, root).ran!.size).toBe(1);
  expect(readFileSync(join(root, ".cache", "run-key"))).toHaveLength(32);
});

test("the metadata of the run come with its outputs, all other are the notebook's", () => {
  const folder = temporaryFolder();
  putRun(folder, [ran("c", "f()", "")], { lang: "en", language_info: { name: "typescript" } });
  const korean = projectNotebook("n", [ran("c", "f()", "")], { lang: "ko" });
  expect(executedNotebook(korean, folder, root).notebook.metadata).toEqual({
    lang: "ko", run: { ...run, proof: expect.any(String) }, language_info: { name: "typescript" },
  });
});

test("a run that stopped half way counts up to there", () => {
  const folder = temporaryFolder();
  putRun(folder, [ran("a", "1", "one"), { ...failed("b", "stop"), source: "2" }, fresh("c", "3")]);
  const unrun = projectNotebook("n", [fresh("a", "1"), fresh("b", "2"), fresh("c", "3")]);
  const { notebook, ran: ids } = executedNotebook(unrun, folder, root);
  expect(cellProblems(notebook, ids)).toEqual(["code cell 2 (b) failed: Error: stop", "code cell 3 (c) was not run"]);
});

test("ranSince compares to the second", () => {
  const folder = temporaryFolder();
  const time = new Date("2025-01-02T03:04:05.900Z");
  expect(ranSince(mine, folder, time)).toBe(false);
  put(folder, "n.ipynb", ipynb([], { run }));
  expect(ranSince(mine, folder, time)).toBe(true);
  expect(ranSince(mine, folder, new Date("2025-01-02T03:04:06Z"))).toBe(false);
});

test("text stays the notebook's own, and so do cells that only it has", () => {
  const folder = temporaryFolder();
  putRun(folder, [text("t", "old words"), ran("a", "1", "one"), ran("x", "2", "two")]);
  const notebook = projectNotebook("n", [text("t", "my words"), fresh("a", "1"), { ...ran("b", "2", "mine"), execution_count: 7 }, fresh("c", "3")]);
  const executed = executedNotebook(notebook, folder, root);
  expect([...executed.ran!]).toEqual(["a", "b"]);
  const [words, a, b, c] = executed.notebook.cells;
  expect(words).toEqual(notebook.notebook.cells[0]);
  expect(a).toMatchObject({ id: "a", source: "1", execution_count: 1, outputs: [{ text: "one" }] });
  expect(b).toMatchObject({ id: "b", source: "2", execution_count: 1, outputs: [{ text: "two" }] });
  expect(c).toEqual(notebook.notebook.cells[3]);
});

test.each<[string, object, string[]]>([
  ["a number", { execution_count: 1 }, ["c"]],
  ["an output", { outputs: [{ output_type: "stream", name: "stdout", text: "x" }] }, ["c"]],
  ["the tag to skip it", { metadata: { tags: ["skip-execution"] } }, ["c"]],
  ["nothing", {}, []],
])("a cell of the copy with %s", (_name, held, ids) => {
  const folder = temporaryFolder();
  putRun(folder, [{ ...fresh("c", "f()"), ...held }]);
  const { ran, notebook } = executedNotebook(mine, folder, root);
  expect([...ran!]).toEqual(ids);
  expect(notebook === mine.notebook).toBe(ids.length === 0);
});

test("a copy that was never run adds no metadata", () => {
  const folder = temporaryFolder();
  expect(executedNotebook(mine, folder, root)).toEqual({ ...mine, ran: new Set() });
  expect(ranSince(mine, put(folder, "n.ipynb", ipynb([])).replace(/n\.ipynb$/, ""), new Date(0))).toBe(false);
});
