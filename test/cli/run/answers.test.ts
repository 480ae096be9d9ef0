import { expect, test } from "vitest";
import { isAnswered, strayAnswer } from "../../../src/cli/run/answers.js";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";

const HINT = "**Your answer:**\n\n*(Write here: which, and why.)*";

test.each([
  [HINT, false],
  ["", false],
  [" \n", false],
  ["**Your answer:**", false],
  ["**나의 답:**\n\n*(여기에 쓰세요: 무엇이, 왜 그런지.)*", false],
  ["**나의 답:**\n\n시그모이드입니다.", true],
  ["Sigmoid.", true],
  ["**Your answer:** Sigmoid.", true],
  [`${HINT}\n\nSigmoid.`, true],
  [`${HINT}\nSigmoid *(mostly)*`, true],
  ["**Your answer:**\n\n![](attachment:a.png)", true],
  ["*(Sigmoid)*", true],
])("%j answered: %s", (source, expected) => {
  expect(isAnswered({ source })).toBe(expected);
});

test("an answer is stray where its own notebook leaves that cell open", () => {
  const notebook = (...answers: string[]): Notebook => ({
    metadata: {},
    cells: answers.map((source, i) => ({ cell_type: "markdown", id: `a${i}`, metadata: { tags: ["answer"] }, source })),
  });
  expect(strayAnswer(notebook(HINT, HINT), notebook(HINT, "Both."))?.id).toBe("a1");
  expect(strayAnswer(notebook(HINT, "Mine."), notebook(HINT, "Both."))).toBeUndefined();
  expect(strayAnswer(notebook(HINT), notebook(HINT, "Of a cell that is gone."))).toBeUndefined();
});
