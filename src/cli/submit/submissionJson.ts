/** The hand-in's front page for programs. */
import { failuresOf, runRecord } from "../pages/runRecord.js";
import { runCount } from "./cellProblems.js";
import { exercisesOf } from "./exercises.js";
import { notebookSums } from "./notebookSums.js";
import { givenAnswers, wordCount } from "./questions.js";
import type { Submission } from "./submission.js";

/**
 * @param problems that the command warned of
 * @param submitted the time, with its offset
 */
export function submissionJson({ project, author, date, lang, questions, notebooks }: Submission, problems: readonly string[], submitted: string): string {
  const exercises = exercisesOf(notebooks).map(({ name, notebook, cell, state, report }) => ({ name, notebook: notebook.label, cell, state, ...report }));
  const summary = {
    project,
    author,
    date,
    submitted,
    lang,
    questions: questions.map((question) => ({
      title: question.title,
      answered: givenAnswers(question).length > 0,
      words: givenAnswers(question).reduce((sum, { cell }) => sum + wordCount(cell), 0),
      cells: question.answers.map(({ notebook, cell }) => ({ notebook: notebook.label, cell: cell.id })),
    })),
    exercises: { passed: exercises.filter(({ state }) => state === "passed").length, total: exercises.length, list: exercises },
    notebooks: notebooks.map(({ label, notebook, ran }) => {
      const { run, total } = runCount(notebook, ran);
      const record = ran?.size === 0 ? null : runRecord(notebook);
      return { notebook: label, cellsRun: run, cells: total, date: record?.date ?? null, failures: failuresOf(record), sums: notebookSums(notebook) };
    }),
    problems,
  };
  return `${JSON.stringify(summary, null, 2)}\n`;
}
