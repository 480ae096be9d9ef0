/** What is said of answers: right ones in many notations, wrong ones by the name of the mistake, and what is none. */
import { describe, expect, it } from "vitest";
import { relError } from "../../../src/index.js";
import { exampleOf } from "../../../src/play/backprop/examples.js";
import { type Cell, judge, readTyped, tellingCell } from "../../../src/play/backprop/judge.js";
import { Session } from "../../../src/play/backprop/session.js";
import { verdictText } from "../../../src/play/backprop/view.js";
import { type ExampleName, type MistakeName, WORDS } from "../../../src/play/backprop/words.js";

function verdict(example: ExampleName, name: string, cell: Cell, typed: string) {
  return judge(typed, exampleOf(example).stations.find((station) => station.name === name)!, cell);
}

it.each(["-0.62", "−0.62", " -0,622 ", "-0.6225", "-6.2e-1", "-.62246", "-0.62246"])("%o is right for −0.62246", (typed) => {
  expect(verdict("network", "ds", [0, 0], typed)).toEqual({ kind: "right" });
});

it("a fraction counts exactly, and whole numbers need no second digit", () => {
  expect(verdict("affine", "db", [0, 0], "9")).toEqual({ kind: "right" });
  expect(verdict("affine", "db", [0, 0], "18/2")).toEqual({ kind: "right" });
  expect(verdict("network", "da", [0, 1], "0")).toEqual({ kind: "right" });
});

it.each([["-0.6", "coarse"], ["-0.61", "near"], ["", "unreadable"], ["two", "unreadable"], ["1/0", "unreadable"], ["1,000.5", "unreadable"]])("%o is %s", (typed, kind) => {
  expect(verdict("network", "ds", [0, 0], typed).kind).toBe(kind);
});

// Each number by NumPy with that one mistake made.
const MADE: Readonly<Record<MistakeName, [ExampleName, station: string, Cell, typed: string]>> = {
  noBias: ["affine", "out", [0, 0], "30"],
  added: ["affine", "out", [0, 0], "19"],
  transposed: ["affine", "dw", [0, 0], "22"],
  noRelu: ["network", "h", [0, 1], "-1/2"],
  absolute: ["network", "h", [0, 1], "0.50"],
  gateOnly: ["graph", "da", [0, 2], "1"],
  notNormalised: ["network", "p", [0, 0], "1.65"],
  shareOfScores: ["network", "p", [0, 0], "1/3"],
  overExamples: ["graph", "p", [0, 0], "0.0601"],
  sumNotMean: ["graph", "L", [0, 0], "2.0885"],
  noPenalty: ["graph", "L", [0, 0], "0.6130"],
  noHalf: ["graph", "L", [0, 0], "2.338"],
  tenLog: ["graph", "L", [0, 0], "1.1287"],
  wrongClass: ["graph", "ds", [0, 1], "-0.189"],
  noOne: ["graph", "ds", [1, 1], "0.389"],
  noN: ["graph", "ds", [0, 0], "-0.622"],
  sign: ["affine", "dx", [0, 1], "-14"],
  forgotSum: ["affine", "dw", [0, 0], "35"],
  mean: ["affine", "dw", [0, 0], "16"],
  noReg: ["graph", "dW₂", [0, 0], "-0.311"],
  beforeRelu: ["graph", "dW₂", [0, 0], "-0.378"],
  noMask: ["graph", "dW₁", [0, 1], "-0.667"],
  usedOutput: ["affine", "dw", [0, 0], "747"],
  forgotPaths: ["affine", "dx", [0, 1], "10"],
  timesOutput: ["graph", "da", [1, 2], "-0.418"],
  reluOfGradient: ["network", "da", [0, 0], "0"],
};

it.each(Object.entries(MADE))("%s is called by its name", (name, [example, station, cell, typed]) => {
  expect(verdict(example, station, cell, typed)).toEqual({ kind: "wrong", mistakes: [name] });
});

it("two mistakes with one number are both named, and the number of another place is told", () => {
  expect(verdict("affine", "db", [0, 0], "3")).toEqual({ kind: "wrong", mistakes: ["mean", "forgotSum"] });
  expect(verdict("affine", "dw", [0, 1], "57")).toEqual({ kind: "wrong", mistakes: [], place: [1, 0] });
  const session = new Session("affine");
  session.go(3);
  session.check("3");
  expect(verdictText(session, WORDS.en)).toBe(`Not yet. ${WORDS.en.mistakes.mean} Or: ${WORDS.en.mistakes.forgotSum}`);
});

it("the gate that is asked is a closed one", () => {
  expect(tellingCell(exampleOf("network").stations[9])).toEqual([0, 1]);
});

describe("a session", () => {
  it("marks what is found, shows without a score, and asks another one", () => {
    const session = new Session("affine");
    session.check("31");
    session.go(1);
    session.show();
    expect(session.answers.map(({ found }) => found)).toEqual(["right", "shown", null, null]);
    session.another();
    expect(session.answer).toMatchObject({ cell: [0, 1], typed: "", isOpen: false, found: "shown" });
    session.check("60");
    expect(session.answer.found).toBe("right");
    session.go(7);
    expect(session.at).toBe(1);
  });

  it("computes all anew when a number changes, and keeps what was found", () => {
    const session = new Session("graph");
    session.check(String(session.station.values.get(...session.answer.cell)));
    const before = session.example.stations.map(({ values }) => values);
    expect(session.edit("W₁", [0, 0], "-3")).toBe(true);
    expect(session.answers[0].found).toBe("right");
    const moved = session.example.stations.filter(({ values }, k) => relError(values, before[k]) > 1e-6).map(({ name }) => name);
    expect(moved).toEqual(["a", "h", "s", "p", "L", "ds", "dW₂", "db₂", "dh", "da", "dW₁", "db₁", "dx"]);
    session.restore();
    expect(session.example.stations[4].values.item()).toBeCloseTo(1.47550303276274, 13);
  });

  it.each([["x", "five"], ["x", "1001"], ["y", "2"], ["y", "0.5"], ["reg", "-1"]])("does not take %s = %s", (name, typed) => {
    const session = new Session("graph");
    const { example } = session;
    expect(session.edit(name, [0, 0], typed)).toBe(false);
    expect(session.example).toBe(example);
  });
});

it("reads back how precise a number is", () => {
  expect(readTyped("0.062")).toEqual({ value: 0.062, tolerance: 0.0005, isPrecise: true });
  expect(readTyped("0.06")!.isPrecise).toBe(false);
});
