import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";
import { writeNotebook } from "../../../src/jupyter/nbformat/writeNotebook.js";
import { refuseStrayAnswer } from "../../../src/cli/run/executedCopy.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const notebook = (answer: string): Notebook => ({
  metadata: {},
  cells: [{ cell_type: "markdown", id: "a", metadata: { tags: ["answer"] }, source: answer }],
});
const open = notebook("**Your answer:**\n\n*(Write here: why.)*");

test("an answer that only the executed copy has is not run over", () => {
  const path = join(temporaryFolder(), "n.ipynb");
  const check = (own: Notebook) => () => refuseStrayAnswer(own, "notebooks/n.ipynb", path);
  expect(check(open)).not.toThrow();
  writeFileSync(path, writeNotebook(notebook("**Your answer:**\n\nSigmoid.")));
  expect(check(open)).toThrow(
    new Error(
      `refuseStrayAnswer: expected your answer in a of notebooks/n.ipynb, got it in the copy ${path}, which a run replaces; move it to the notebook, then try again`,
    ),
  );
  expect(check(notebook("Sigmoid and ReLU."))).not.toThrow();
  writeFileSync(path, writeNotebook(open));
  expect(check(open)).not.toThrow();
  writeFileSync(path, "no notebook");
  expect(check(open)).not.toThrow();
});
