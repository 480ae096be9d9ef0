import { expect, test } from "vitest";
import { refuseStrayAnswers } from "../../src/submit/strayAnswers.js";
import { temporaryFolder } from "../runner/temporaryFolder.js";
import { answer, hint, ipynb, projectNotebook, put } from "./sampleProject.js";

test("an answer that only the executed copy has is not run over", () => {
  const folder = temporaryFolder();
  const open = projectNotebook("n", [answer("a", hint)]);
  expect(() => refuseStrayAnswers([open], folder)).not.toThrow();
  put(folder, "n.ipynb", ipynb([answer("a", "Sigmoid.")]));
  expect(() => refuseStrayAnswers([open], folder)).toThrow(
    new Error(
      `refuseStrayAnswers: expected your answer in a of notebooks/n.ipynb, got it in the copy ${folder}/n.ipynb, which a run replaces; move it to the notebook, then try again`,
    ),
  );
  const answered = projectNotebook("n", [answer("a", "Sigmoid and ReLU.")]);
  expect(() => refuseStrayAnswers([answered], folder)).not.toThrow();
});
