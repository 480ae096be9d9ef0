/** Every third mistake of the list, with `--mode long` each, in a process of its own: the diagnosis is that of the notebook. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declaredIn } from "../../../src/cli/grade/declarations.js";
import { learnersCode } from "../../../src/cli/grade/learnersCode.js";
import { checkedExercise } from "../../notebooks/checkedExercise.js";
import { mistakes } from "../../notebooks/exerciseMistakes.js";
import { solutions } from "../../notebooks/exerciseSolutions.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { grading, handIn } from "./course.js";

/** The built one: threads and processes need their programs as files. */
const { Lane } = (await import(new URL("../../../dist/cli/grade/lane.js", import.meta.url).href)) as typeof import("../../../src/cli/grade/lane.js");
const { guardsOf } = (await import(new URL("../../../dist/cli/grade/guards.js", import.meta.url).href)) as typeof import("../../../src/cli/grade/guards.js");

const EXERCISE: Readonly<Record<string, string>> = { "affine-forward": "affine", "affine-backward": "affine" };
const { exercises } = grading();
const lane = new Lane({ guards: guardsOf(), folder: temporaryFolder(), endingText: (ending) => ending });

afterAll(() => lane.close());

async function inProcess(cell: string, code: string) {
  const exercise = exercises.find(({ id }) => id === (EXERCISE[cell] ?? cell))!;
  const { code: program, names, places } = learnersCode(declaredIn(handIn({ ...solutions, [cell]: code }).cells), exercise.functions, (number) => `code cell ${number}`);
  return lane.run({ check: exercise.check, functions: exercise.functions, code: program, names, places, seed: 3, hidden: [] }, "en");
}

beforeAll(() => expect(mistakes.length).toBeGreaterThan(500));

describe("in a process of its own", () => {
  it.each(mistakes.filter((_, i) => process.env.MODE === "long" || i % 3 === 1))("$exercise: $name", async ({ exercise, code, causes }) => {
    const { open } = await inProcess(exercise, code);
    expect([...new Set(open.flatMap((check) => check.causes ?? []))].sort()).toEqual([...causes].sort());
    const here = checkedExercise(exercise, code);
    expect(open.map(({ name, status }) => [name, status])).toEqual(here.checks.map(({ name, status }) => [name, status]));
  });

  it.each(Object.entries(solutions))("the solution of %s passes, also the hidden checks", async (cell, code) => {
    const { open, hidden, ending } = await inProcess(cell, code);
    expect([...open, ...hidden].filter(({ status }) => status !== "passed")).toEqual([]);
    expect(hidden).toHaveLength(3);
    expect(ending).toBeNull();
  });

  it("an error is told with the line of the cell in which it arose", async () => {
    const { open } = await inProcess("relu", `// a line\n\n${solutions["relu"]!.trim().replace("return [x.maximum(0), { x }];", "const y: NDArray = x;\n  return [y.maximal(0), { x }];")}`);
    expect(open[0]!.diagnosis).toContain("TypeError: y.maximal is not a function");
    expect(open[0]!.example).toMatch(/reluForward.*code cell \d+.*line 5.*return \[y\.maximal\(0\), \{ x \}\];/);
  });
});
