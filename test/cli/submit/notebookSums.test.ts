import { expect, test } from "vitest";
import { notebookSums } from "../../../src/cli/submit/notebookSums.js";
import { sumOf } from "../../../src/cli/run/sums.js";
import { projectNotebook, ran, text } from "./sampleProject.js";

test("one sum of what is written, one of what was printed", () => {
  const { notebook } = projectNotebook("n", [text("t", "words"), ran("c", "f()", "printed")]);
  expect(notebookSums(notebook)).toEqual({
    sources: sumOf('[["markdown","words"],["code","f()"]]'),
    outputs: sumOf('[[],[{"output_type":"stream","name":"stdout","text":"printed"}]]'),
  });
});
