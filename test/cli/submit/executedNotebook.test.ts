import { expect, test } from "vitest";
import { executedNotebook, ranSince } from "../../../src/cli/submit/executedNotebook.js";
import { failed, fresh, ipynb, projectNotebook, put, ran } from "./sampleProject.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const mine = projectNotebook("n", [ran("c", "f()", "my own")]);
const printed = (notebook: { cells: unknown }) => JSON.stringify(notebook.cells);

test("the outputs of the last run where the code is the same", () => {
  const folder = temporaryFolder();
  expect(executedNotebook(mine, folder, false)).toBe(mine);
  put(folder, "n.ipynb", ipynb([ran("c", "f()", "of the run")]));
  expect(printed(executedNotebook(mine, folder, false).notebook)).toContain("of the run");
  put(folder, "n.ipynb", ipynb([ran("c", "g()", "of other code")]));
  expect(executedNotebook(mine, folder, false)).toBe(mine);
  put(folder, "n.ipynb", "broken");
  expect(executedNotebook(mine, folder, false)).toBe(mine);
});

test("the metadata of the run come with its outputs, all other are the notebook's", () => {
  const folder = temporaryFolder();
  const run = { seconds: 1 };
  put(folder, "n.ipynb", ipynb([ran("c", "f()", "")], { run, lang: "en", language_info: { name: "typescript" } }));
  const korean = projectNotebook("n", [ran("c", "f()", "")], { lang: "ko" });
  expect(executedNotebook(korean, folder, true).notebook.metadata).toEqual({ lang: "ko", run, language_info: { name: "typescript" } });
});

test("the notebook's own outputs where the run failed and they did not", () => {
  const folder = temporaryFolder();
  put(folder, "n.ipynb", ipynb([{ ...failed("c", "no data"), source: "f()" }]));
  expect(executedNotebook(mine, folder, false)).toBe(mine);
  expect(printed(executedNotebook(mine, folder, true).notebook)).toContain("no data");
  const unrun = projectNotebook("n", [fresh("c", "f()")]);
  expect(printed(executedNotebook(unrun, folder, false).notebook)).toContain("no data");
});

test("a run that stopped half way counts for more than none", () => {
  const folder = temporaryFolder();
  const stopped = [ran("a", "1", "one"), { ...failed("b", "stop"), source: "2" }, fresh("c", "3")];
  put(folder, "n.ipynb", ipynb(stopped));
  const unrun = projectNotebook("n", [fresh("a", "1"), fresh("b", "2"), fresh("c", "3")]);
  expect(printed(executedNotebook(unrun, folder, false).notebook)).toContain("stop");
});

test("ranSince compares to the second", () => {
  const folder = temporaryFolder();
  const time = new Date("2025-01-02T03:04:05.900Z");
  expect(ranSince(mine, folder, time)).toBe(false);
  put(folder, "n.ipynb", ipynb([], { run: { date: "2025-01-02T03:04:05Z", seconds: 1, kernel: "k" } }));
  expect(ranSince(mine, folder, time)).toBe(true);
  expect(ranSince(mine, folder, new Date("2025-01-02T03:04:06Z"))).toBe(false);
});
