import { expect, test } from "vitest";
import { givenAnswers, questionsOf, quoted } from "../../../src/cli/submit/questions.js";
import { answer, hint, projectNotebook, ran, text } from "./sampleProject.js";

test("the question is the text before the answer, also with code between", () => {
  const notebook = projectNotebook("n", [
    text("intro", "# Intro"),
    text("q", "## Question *1*\n\n> Which\n> one?\n\nThe rest."),
    ran("curves", "draw()", "drawn"),
    answer("a", "This."),
  ]);
  const [question, ...others] = questionsOf([notebook]);
  expect(others).toEqual([]);
  expect(question).toMatchObject({ title: "Question *1*", cell: { id: "q" }, notebook: { name: "n" } });
  expect(question!.answers.map(({ cell }) => cell.id)).toEqual(["a"]);
});

test("a question that two notebooks ask is one, whatever stands around it", () => {
  const one = projectNotebook("one", [text("q", "## Q\n\n> Which\n> one?\n\nLook."), answer("a", hint)]);
  const two = projectNotebook("two", [text("q", "### Question\n\n> Which  one?"), answer("b", "This.")]);
  const questions = questionsOf([one, two]);
  expect(questions.map(({ title }) => title)).toEqual(["Q"]);
  expect(questions[0].answers.map(({ cell }) => cell.id)).toEqual(["a", "b"]);
  expect(givenAnswers(questions[0]).map(({ cell }) => cell.id)).toEqual(["b"]);
});

test("the same words given twice are one answer, different ones are two", () => {
  const asks = (name: string, said: string) => projectNotebook(name, [text("q", "> Why?"), answer("a", said)]);
  const [question] = questionsOf([asks("one", "So.\n"), asks("two", "So."), asks("three", "Or so."), asks("four", "Or so. ")]);
  expect(givenAnswers(question!).map(({ notebook }) => notebook.name)).toEqual(["one", "three"]);
});

test("an answer below no text is a question of its own", () => {
  expect(questionsOf([projectNotebook("n", [answer("a", "x"), answer("b", "y")])])).toMatchObject([
    { title: "Question 1", cell: null },
    { title: "Question 2", cell: null },
  ]);
});

test("quoted: the heading, and the quote or all the rest", () => {
  expect(quoted("## Title\n\n> One\n>\n> 1. two\n\nRest")).toEqual({ title: "Title", text: "One\n\n1. two" });
  expect(quoted("##  Title \n\nRest").title).toBe("Title");
  expect(quoted("Why?\n\nSay more.")).toEqual({ title: "", text: "Why?\n\nSay more." });
});

test("a note between question and answer is not the question: the id says which is", () => {
  const notebook = projectNotebook("n", [
    text("question-1", "## Question 1\n\n> Which?"),
    text("my-note", "> I think of it like this."),
    ran("curves", "draw()", "drawn"),
    text("hint", "Look at the figure."),
    answer("a", "This."),
    text("other", "> Why?"),
    answer("b", "So."),
  ]);
  expect(questionsOf([notebook]).map(({ cell, answers }) => [cell!.id, answers[0].cell.id])).toEqual([["question-1", "a"], ["other", "b"]]);
});
