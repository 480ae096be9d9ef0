import { afterEach, beforeEach, expect, it } from "vitest";
import { StrayErrors } from "../../../src/jupyter/kernel/strayErrors.js";

const EVENTS = ["warning", "uncaughtException", "unhandledRejection"];
type Listener = (...given: unknown[]) => void;
let before: Map<string, Listener[]>;
let told: unknown[][];
let stray: StrayErrors;
const listeners = (event: string): Listener[] => process.listeners(event as "exit") as Listener[];
/** Calls those that have come. */
const hear = (event: string, ...given: unknown[]): void => {
  for (const listener of listeners(event).filter((each) => !before.get(event)!.includes(each))) listener(...given);
};

beforeEach(() => {
  before = new Map(EVENTS.map((event) => [event, listeners(event)]));
  told = [];
  stray = new StrayErrors({ report: (...given) => told.push(given), warn: (text) => told.push([text]) });
});
afterEach(() => {
  for (const [event, all] of before) {
    process.removeAllListeners(event);
    for (const listener of all) process.on(event, listener);
  }
});

it("errors that nobody waits for are reported", () => {
  const error = new Error("lost");
  hear("uncaughtException", error, "uncaughtException");
  hear("unhandledRejection", "reason", Promise.resolve());
  expect(told).toEqual([["Uncaught exception", error], ["Unhandled promise rejection", "reason"]]);
});

it("warnings are told here and nowhere else, but for those of files left open", () => {
  expect(listeners("warning")).toHaveLength(1);
  hear("warning", Object.assign(new Error("is old"), { name: "DeprecationWarning" }));
  hear("warning", new Error("Closing file descriptor 5 on garbage collection"));
  expect(told).toEqual([["DeprecationWarning: is old\n"]]);
});

it("it listens once, and again where all listeners were removed", () => {
  const counts = (): number[] => EVENTS.slice(1).map((event) => listeners(event).length - before.get(event)!.length);
  stray.listen();
  expect(counts()).toEqual([1, 1]);
  for (const event of EVENTS.slice(1)) for (const listener of listeners(event).slice(-1)) process.removeListener(event, listener);
  stray.listen();
  expect(counts()).toEqual([1, 1]);
  hear("uncaughtException", 1);
  expect(told).toEqual([["Uncaught exception", 1]]);
});
