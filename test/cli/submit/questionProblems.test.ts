import { expect, test } from "vitest";
import { questionProblems } from "../../../src/cli/submit/questionProblems.js";
import { answer, hint, projectNotebook, text } from "./sampleProject.js";

const asks = (name: string, said: string) => projectNotebook(name, [text("q", "## Why\n\n> Why?"), answer(`a-${name}`, said)]);

test("an open question names every cell where its answer may stand", () => {
  expect(questionProblems([asks("one", hint), asks("two", "")])).toEqual([
    "Why is not answered: write in cell a-one of notebooks/one.ipynb or cell a-two of notebooks/two.ipynb",
  ]);
  expect(questionProblems([asks("one", hint), asks("two", "So.")])).toEqual([]);
});

test("an answer cell that is gone is noticed", () => {
  const notebook = projectNotebook("n", [
    text("question-1", "> One?"),
    text("mine", "My answer, without the tag."),
    text("question-2", "> Two?"),
    answer("answer-2", "Yes."),
  ]);
  expect(questionProblems([notebook])).toEqual([
    'notebooks/n.ipynb: the question question-1 has no answer cell; add a markdown cell below it with the tag "answer"',
  ]);
});

test("each question looks for its answer down to the next one", () => {
  const cells = [answer("before", "x"), text("question-1", "> One?"), answer("a", "Yes."), text("question-2", "> Two?"), text("note", "x"), text("question-3", "> Three?")];
  const gone = (id: string) => `notebooks/n.ipynb: the question ${id} has no answer cell; add a markdown cell below it with the tag "answer"`;
  expect(questionProblems([projectNotebook("n", cells)])).toEqual([gone("question-2"), gone("question-3")]);
  expect(questionProblems([projectNotebook("n", [text("a-question-1", "> One?")])])).toEqual([]);
});
