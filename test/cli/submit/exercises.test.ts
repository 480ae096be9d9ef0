import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sumOf } from "../../../src/cli/run/sums.js";
import { exerciseProblems, exercisesOf } from "../../../src/cli/submit/exercises.js";
import { checksType } from "../../../src/jupyter/display/checksType.js";
import { displayMethod } from "../../../src/jupyter/display/mimeBundle.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { CheckReport } from "../../../src/study/exercises/checkReport.js";
import type { Check } from "../../../src/study/exercises/check.js";
import { failed, fresh, projectNotebook, ran, text } from "./sampleProject.js";

type Status = Check["status"];

/** A check cell as a run leaves it. */
function checked(id: string, subject: string, ...statuses: Status[]): Record<string, unknown> & { outputs: object[] } {
  const checks = statuses.map((status) => ({ name: "n", status, measured: "", limit: "", diagnosis: "" }));
  const data = new CheckReport(subject, checks)[displayMethod]();
  return { ...ran(id, `check(${id})`, ""), outputs: [{ output_type: "execute_result", execution_count: 1, data, metadata: {} }] };
}

const stub = (id: string) => ({ ...ran(id, "notWritten()", ""), metadata: { tags: ["exercise"] } });
const states = (...cells: object[]) => exercisesOf([projectNotebook("n", cells as never)]).map(({ name, state }) => `${name}: ${state}`);

test("what a check says of an exercise, and what its silence says", () => {
  const table: [object, string][] = [
    [checked("check-a", "layer a", "passed", "passed"), "layer a: passed"],
    [checked("check-b", "layer b", "passed", "failed"), "layer b: failed"],
    [checked("check-c", "layer c", "not written yet", "not run"), "layer c: notWritten"],
    [checked("check-d", "layer d", "passed", "not run"), "layer d: failed"],
    [{ ...checked("check-e", ""), outputs: [...checked("x", "layer e", "passed").outputs, ...(failed("x", "1 of 2 checks failed").outputs as object[])] }, "layer e: failed"],
    [failed("check-f", "x is not defined"), "f: failed"],
    [fresh("check-g", "checkLayer()"), "g: notRun"],
    [ran("check-h", "1 + 1", "2"), "h: notRun"],
    [checked("check-i", "layer i"), "layer i: failed"],
    [checked("mine", "a layer of my own", "passed"), "a layer of my own: passed"],
  ];
  const cells = table.flatMap(([cell], index) => [stub(`s${index}`), text(`t${index}`, "Run the check."), cell]);
  const others = [checked("check-layers", "shown in passing", "failed"), text("check-text", "# Check")];
  expect(states(...others, ...cells, ...others)).toEqual(table.map(([, state]) => state));
});

test("a check that was changed or taken out has not passed, and one that did not run here has not run", () => {
  const good = checked("check-a", "a", "passed");
  const notebook = projectNotebook("n", [stub("a"), good]);
  const given = { checks: { "check-a": sumOf("check(check-a)") } };
  const state = (more: object) => exercisesOf([{ ...notebook, given, ran: new Set(["check-a"]), ...more }]).map((exercise) => exercise.state);
  expect(state({})).toEqual(["passed"]);
  expect(state({ ran: new Set() })).toEqual(["notRun"]);
  expect(state({ given: { checks: { "check-a": sumOf("check()") } } })).toEqual(["changed"]);
  expect(state({ given: { checks: { ...given.checks, "check-b": "x" } } })).toEqual(["passed", "gone"]);
});

test("what each check measured is handed in, and nothing of one that did not run", () => {
  const limit = "below 1e-7";
  const checks: Check[] = [
    { name: "dw", status: "passed", measured: "3.2e-11", limit, diagnosis: "" },
    { name: "db", status: "failed", measured: "0.5", limit, diagnosis: "wrong" },
    { name: "dx", status: "not run", measured: "", limit, diagnosis: "" },
  ];
  const outputs = [{ output_type: "execute_result", execution_count: 1, data: new CheckReport("affine", checks)[displayMethod](), metadata: {} }];
  const reports = (cell: Record<string, unknown>) => exercisesOf([projectNotebook("n", [stub("a"), cell])]).map(({ report }) => report?.measured);
  const cell = { ...ran("check-a", "check()", ""), outputs };
  expect(reports(cell)).toEqual([[{ name: "dw", status: "passed", measured: "3.2e-11", limit }, { name: "db", status: "failed", measured: "0.5", limit }]]);
  const { measured: _, ...earlier } = (outputs[0]!.data as any)[checksType];
  expect(reports({ ...cell, outputs: [{ ...outputs[0], data: { [checksType]: earlier } }] })).toEqual([[]]);
});

test("a line for the notebook, and none where all have passed", () => {
  const checks = [checked("check-a", "a", "passed"), checked("check-b", "b", "not written yet"), checked("check-c", "c", "not written yet"), checked("check-d", "d", "failed")];
  const cells = checks.flatMap((check, index) => [stub(`s${index}`), check]);
  expect(exerciseProblems([projectNotebook("n", cells), projectNotebook("m", cells.slice(0, 2)), projectNotebook("none", [ran("c", "1", "")])])).toEqual([
    "notebooks/n.ipynb: 1 of 4 exercises passed; failed: d; not written: b, c",
  ]);
});

test("the notebook of exercises has twelve, of which none is written", () => {
  const path = fileURLToPath(new URL("../../../notebooks/exercises.ipynb", import.meta.url));
  const notebook = readNotebook(readFileSync(path, "utf8"), "exercises");
  const exercises = exercisesOf([{ name: "exercises", label: "notebooks/exercises.ipynb", path, notebook, ran: new Set() }]);
  expect(exercises).toHaveLength(12);
  expect(new Set(exercises.map(({ state }) => state))).toEqual(new Set(["notRun"]));
  expect(checksType).toMatch(/^application\/.+\+json$/);
});

test.each([
  ["showFigure(a, b)", true],
  ["  showTable(x);  \n", true],
  ["showFigure(a);\nf()", false],
  ["showFigure(a); f()", false],
  ["f(); showFigure(a)", false],
  ["shown()", false],
  ["showFigure", false],
])("between an exercise and its check, %j only shows something: %s", (source, isBetween) => {
  expect(states(stub("s"), { ...fresh("between", source) }, checked("check-a", "a", "passed"))).toEqual(isBetween ? ["a: passed"] : ["between: notRun"]);
});

test("an original check in between does not count, an exercise behind an exercise is none's check", () => {
  const original = { ...ran("original", "old()", ""), metadata: { tags: ["original"] } };
  expect(states(stub("s"), stub("t"), original, checked("check-a", "a", "passed"), ran("more", "1", ""))).toEqual(["a: passed"]);
  expect(states(checked("check-a", "a", "passed"))).toEqual([]);
});

test("the last of several reports counts, and what only looks like one does not", () => {
  const shows = (...data: unknown[]) => ({ ...ran("check-a", "f()", ""), outputs: data.map((record) => ({ output_type: "display_data", data: { [checksType]: record }, metadata: {} })) });
  const record = { version: 1, subject: "a", status: "passed" };
  expect(states(stub("s"), shows({ ...record, status: "failed" }, record))).toEqual(["a: passed"]);
  for (const other of [null, 1, {}, { ...record, version: 2 }, { ...record, subject: 1 }, { ...record, status: undefined }]) {
    expect(states(stub("s"), shows(record, other))).toEqual(["a: passed"]);
    expect(states(stub("s"), shows(other))).toEqual(["a: notRun"]);
  }
});

test("a failure that only the record of the run knows is one", () => {
  const failure = { number: 2, cell: "check-a", error: "E" };
  const notebook = (cell: string) => projectNotebook("n", [stub("s"), checked("check-a", "a", "passed")], { run: { date: "d", seconds: 1, kernel: "k", failure: { ...failure, cell } } });
  expect([notebook("check-a"), notebook("s")].map((it) => exercisesOf([it])[0]!.state)).toEqual(["failed", "passed"]);
});

test("an exercise with all that is known of it; one whose check is gone, and one that did not run here, with no report", () => {
  const notebook = projectNotebook("n", [stub("s"), checked("check-a", "layer a", "passed", "failed")]);
  const given = { checks: { "check-a": sumOf("check(check-a)"), "check-my-check-b": "x" } };
  const gone = { name: "my-check-b", cell: "check-my-check-b", state: "gone", report: null };
  const ofNotebook = (more: object) => exercisesOf([{ ...notebook, ...more }]).map(({ notebook: _, ...exercise }) => exercise);
  const report = { total: 2, passed: 1, causes: [], measured: [{ name: "n", status: "passed", measured: "", limit: "" }, { name: "n", status: "failed", measured: "", limit: "" }] };
  expect(ofNotebook({ given })).toEqual([{ name: "layer a", cell: "check-a", state: "failed", report }, gone]);
  expect(ofNotebook({ given: {}, ran: new Set(["check-a"]) })).toEqual([{ name: "layer a", cell: "check-a", state: "failed", report }]);
  expect(ofNotebook({ ran: new Set() })).toEqual([{ name: "layer a", cell: "check-a", state: "notRun", report: null }]);
  expect(exercisesOf([notebook])[0]!.notebook).toBe(notebook);
});

test("a check without a report goes by its id", () => {
  expect(states(stub("s"), fresh("check-check-a", "f()"), stub("t"), fresh("my-check-b", "f()"))).toEqual(["check-a: notRun", "my-check-b: notRun"]);
});

test("every state of an exercise has its words in the line, in one order", () => {
  const given = { checks: { "check-a": "x", "check-gone": "x" } };
  const cells = [checked("check-a", "a", "passed"), fresh("check-b", "f()"), checked("check-c", "c", "not written yet"), checked("check-d", "d", "failed")];
  const notebook = { ...projectNotebook("n", cells.flatMap((cell, index) => [stub(`s${index}`), cell])), given };
  expect(exerciseProblems([notebook])).toEqual([
    "notebooks/n.ipynb: 0 of 5 exercises passed; failed: d; not written: c; not run: b; their check was changed: a; their check is gone: gone",
  ]);
});
