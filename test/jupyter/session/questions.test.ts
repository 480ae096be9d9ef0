import { afterEach, expect, it } from "vitest";
import { cellThatAsks, installPrompt } from "../../../src/jupyter/session/questions.js";
import { cellOf, requestOf } from "./played.js";

afterEach(() => void Reflect.deleteProperty(globalThis, "prompt"));

it("a cell whose request allows it may ask", () => {
  const cell = cellOf({ request: requestOf({ allow_stdin: true }) });
  expect(cellThatAsks("prompt", cell)).toBe(cell);
});

it.each([undefined, cellOf({ settled: true, request: requestOf({ allow_stdin: true }) })])("one that has ended may not", (cell) => {
  expect(() => cellThatAsks("question", cell)).toThrow(new Error("question: expected a cell that still runs, got one that has ended; await what asks"));
});

it.each([{}, { allow_stdin: false }, { allow_stdin: 1 }])("nor one whose request says %j", (content) => {
  expect(() => cellThatAsks("prompt", cellOf({ request: requestOf(content) }))).toThrow(
    new Error('prompt: expected a notebook that somebody looks at, got a run that nobody can answer; write the answer into the cell, such as const answer = "yes"'),
  );
});

it("cells have a prompt, of any text or none, which they may replace", () => {
  const asked: string[][] = [];
  installPrompt((...question) => `answer ${asked.push(question)}`);
  const scope = globalThis as unknown as { prompt: (message?: unknown) => string };
  expect([scope.prompt("name?"), scope.prompt(5), scope.prompt()]).toEqual(["answer 1", "answer 2", "answer 3"]);
  expect(asked).toEqual([["prompt", "name?"], ["prompt", "5"], ["prompt", ""]]);
  expect(Object.getOwnPropertyDescriptor(globalThis, "prompt")).toMatchObject({ writable: true, configurable: true });
});
