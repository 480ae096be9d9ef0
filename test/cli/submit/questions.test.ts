import { expect, test } from "vitest";
import { answerSum } from "../../../src/cli/run/answers.js";
import { answerText, givenAnswers, hasAnswerLabel, isQuestion, questionsOf, quoted, wordCount } from "../../../src/cli/submit/questions.js";
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

const label = "**Your answer:**\n\n";

test.each([
  ["  **Your answer :** \n So. ", "So.", true],
  ["**Your answer: **So.", "So.", true],
  ["**나의 답:**\n\n*(여기에 쓰세요.)*\n그래서.", "그래서.", true],
  [`${label}*(Write here: a\nb)* So.`, "So.", true],
  ["So. **Your answer:**", "So. **Your answer:**", false],
  ["So. *(Write here)*", "So. *(Write here)*", false],
  ["*(Write there)* So.", "*(Write there)* So.", false],
])("of %j the student has written %j", (source, written, isLabelled) => {
  expect([answerText({ source }), hasAnswerLabel({ source })]).toEqual([written, isLabelled]);
});

test.each([
  ["", 0],
  [`${label}Two words.`, 2],
  ["it's state-of-the-art, isn’t it? 3.5 - x", 6],
  ["'a' — b-", 2],
  ["역전파는 연쇄 법칙이다", 3],
])("words of %j", (source, count) => {
  expect(wordCount({ source })).toBe(count);
});

test.each([
  ["####### Seven", { title: "", text: "####### Seven" }],
  ["###### Six\n#no", { title: "Six", text: "#no" }],
  ["# A\n# B", { title: "A", text: "# B" }],
  ["#\tA #1", { title: "A #1", text: "" }],
  ["x # A", { title: "", text: "x # A" }],
  ["a > b", { title: "", text: "a > b" }],
  [">a\n>  b\nc", { title: "", text: "a\n b" }],
  ["\n# A\n\nB\n", { title: "A", text: "B" }],
])("quoted: %j", (source, parts) => {
  expect(quoted(source)).toEqual(parts);
});

test("questions of one text are one however it is spaced, those below no text are told apart by notebook and cell", () => {
  const asked = (name: string, quote: string) => projectNotebook(name, [text("q", quote), answer("a", "x")]);
  expect(questionsOf([asked("one", "> a  b\n> c"), asked("two", "> a b c"), asked("three", "> ab c")]).map(({ answers }) => answers.length)).toEqual([2, 1]);
  const untold = (name: string) => projectNotebook(name, [answer("a", "x"), answer("b", "y")]);
  expect(questionsOf([untold("one"), untold("two")]).map(({ title }) => title)).toEqual(["Question 1", "Question 2", "Question 3", "Question 4"]);
  expect(questionsOf([asked("one", "> Why?")])[0]!.title).toBe("Question 1");
});

test("code is no question; behind its answer a question's text is as any other", () => {
  const cells = [text("question-1", "> One?"), answer("a", "x"), text("note", "> Other?"), ran("c", "f()", "x"), answer("b", "y"), answer("d", "z")];
  expect(questionsOf([projectNotebook("n", cells)]).map(({ cell, answers }) => [cell!.id, answers.map((it) => it.cell.id)])).toEqual([["question-1", ["a"]], ["note", ["b", "d"]]]);
});

test("what is as it was given out is no answer", () => {
  const notebook = projectNotebook("n", [text("q", "> Why?"), answer("a", "Given out.")]);
  const [question] = questionsOf([{ ...notebook, given: { answers: { a: answerSum("Given out.") } } }]);
  expect([givenAnswers(question!).length, givenAnswers(questionsOf([notebook])[0]!).length]).toEqual([0, 1]);
});

test("the id of a cell that asks", () => {
  expect(["question-1", "question", "my-question-1"].map(isQuestion)).toEqual([true, false, false]);
});
