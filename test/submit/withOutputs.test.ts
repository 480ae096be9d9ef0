import { expect, test } from "vitest";
import { withOutputs } from "../../src/submit/withOutputs.js";
import { answer, fresh, projectNotebook, ran, text } from "./sampleProject.js";

const { notebook } = projectNotebook("n", [answer("a", "written later"), fresh("c", "f()"), fresh("d", "f()")], {
  lang: "ko",
});

test("takes outputs from the copy and all else from the notebook", () => {
  const copy = projectNotebook("n", [text("x", "old"), ran("c", "f()", "first"), ran("d", "f()", "second")], {
    run: { seconds: 1 },
    lang: "en",
  }).notebook;
  const result = withOutputs(notebook, copy)!;
  expect(result.metadata).toEqual({ lang: "ko", run: { seconds: 1 } });
  expect(result.cells.map((cell) => cell.source)).toEqual(["written later", "f()", "f()"]);
  expect(result.cells.slice(1)).toMatchObject([
    { id: "c", execution_count: 1, outputs: [{ text: "first" }] },
    { id: "d", execution_count: 1, outputs: [{ text: "second" }] },
  ]);
  expect(notebook.cells[1]).toMatchObject({ execution_count: null, outputs: [] });
});

test("null where the code differs or there is more of it", () => {
  expect(withOutputs(notebook, projectNotebook("n", [ran("c", "f()", ""), ran("d", "g()", "")]).notebook)).toBe(null);
  expect(withOutputs(notebook, projectNotebook("n", [ran("c", "f()", "")]).notebook)).toBe(null);
});
