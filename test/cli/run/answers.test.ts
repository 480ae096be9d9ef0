import { expect, test } from "vitest";
import { answerSum, hasAnswer, isAnswered, strayAnswer } from "../../../src/cli/run/answers.js";
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
  ["*(Write here: which, and why.)*", false],
  ["*(Write here: which, and why.)", true],
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

const given = { a: answerSum("**Your answer:**\n\n*(Write here: which, and why.)*") };

test.each<[string, boolean]>([
  ["**Your answer:**\n\n*(Write here: which, and why.)*", false],
  ["**Your answer:** *(Write here:  which,\nand why.)*\n", false],
  ["*(Write here: which, and why.)*", false],
  ["**Your answer:**\n\n*(Write here: because both are flat.)*", true],
  ["**It is ReLU:**", true],
  ["**It is ReLU:**\n\n*(Write here: which, and why.)*", true],
  ["**Your answer:**\n\n*(Write here: )*", false],
  ["**Your answer:**", false],
  ...["&nbsp;", "&#8203;", "<!-- because both are flat -->", "\u200b", "\ufeff", "\u2060", "\u3164", "<br>", "---", "...", "> ", "# ", "<p></p>", "[](x)", "&zwj;", "\u00ad", "$$"].map(
    (nothing): [string, boolean] => [`**Your answer:**\n\n${nothing}`, false],
  ),
  ...["ReLU", "1", "$x$", "렐루", "![](attachment:a.png)", '<img src="a.png">', "✓", "`x`"].map((something): [string, boolean] => [`**Your answer:**\n\n${something}`, true]),
])("%j, compared with the cell as it was given out, is an answer: %s", (source, expected) => {
  expect(hasAnswer({ id: "a", source }, given)).toBe(expected);
});
