/** What an interrupt does while different things run; that code is stopped in its midst is for interrupts.test.ts, in a process. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Interrupts } from "../../../src/jupyter/kernel/interrupts.js";

const { post, connect } = vi.hoisted(() => ({ post: vi.fn(), connect: vi.fn() }));
vi.mock("node:inspector", () => ({ Session: class { connect = connect; post = post; } }));

let told: string[];
let meant: boolean;
let interrupts: Interrupts;
beforeEach(() => {
  told = [];
  meant = true;
  post.mockReset().mockImplementation(() => told.push("stop"));
  connect.mockReset();
  interrupts = new Interrupts({ isStillMeant: () => meant, beforeStop: () => told.push("before"), afterStop: () => told.push("after") });
});

// The turn of the loop belongs to the test in which it was awaited.
afterEach(() => new Promise<void>((done) => setImmediate(done)));

it("a callback is told of it, and stopped only if asked again, or if it holds up the loop", () => {
  expect(interrupts.pending).toBe(false);
  interrupts.interrupt();
  expect([told, interrupts.pending]).toEqual([["before"], true]);
  interrupts.interrupt();
  expect(told).toEqual(["before", "before", "stop"]);
  interrupts.insist();
  expect(told).toEqual(["before", "before", "stop", "stop"]);
  expect([connect.mock.calls.length, post.mock.calls[0]]).toEqual([1, ["Runtime.terminateExecution"]]);
});

it("it is over with the turn of the loop, once", async () => {
  interrupts.interrupt();
  interrupts.turned();
  interrupts.turned();
  interrupts.insist();
  expect([told, interrupts.pending]).toEqual([["before", "after"], false]);
  await new Promise(setImmediate);
  expect(told).toEqual(["before", "after"]);
  interrupts.interrupt();
  await new Promise(setImmediate);
  expect([told.slice(2), interrupts.pending]).toEqual([["before", "after"], false]);
});

it("the user's code is stopped at once", () => {
  expect(interrupts.expose(() => interrupts.interrupt())).toBeUndefined();
  expect(told).toEqual(["before", "stop"]);
});

it("the kernel's own is not: it waits for the end of that, also where the user's code has called it", () => {
  const during = interrupts.shield(() => {
    interrupts.interrupt();
    interrupts.insist();
    interrupts.shield(() => interrupts.interrupt());
    return [[...told], interrupts.pending];
  });
  expect([during, told, interrupts.pending]).toEqual([[[], true], ["before"], true]);
  interrupts.turned();
  told = [];
  interrupts.expose(() => interrupts.shield(() => interrupts.interrupt()));
  expect(told).toEqual(["before", "stop"]);
});

it("nor is what runs behind it, once it is meant no longer", () => {
  meant = false;
  interrupts.shield(() => interrupts.interrupt());
  expect([told, interrupts.pending]).toEqual([[], false]);
});

it("the compiler goes on: the user is told at once, and what it was for is stopped before it begins", () => {
  const during = interrupts.compile(() => {
    interrupts.interrupt();
    interrupts.insist();
    return [interrupts.compiling, [...told], interrupts.pending];
  });
  expect(during).toEqual([true, ["before"], true]);
  expect([interrupts.compiling, told]).toEqual([false, ["before", "before"]]);
});

it("while the compiler works for the kernel, it waits for the kernel", () => {
  interrupts.shield(() => {
    interrupts.compile(() => interrupts.interrupt());
    expect(told).toEqual(["before"]);
  });
  expect(told).toEqual(["before", "before"]);
});

it("what fails leaves no shield behind", () => {
  const fails = (): never => {
    throw new Error("expected");
  };
  for (const run of [() => interrupts.shield(fails), () => interrupts.compile(fails), () => interrupts.expose(fails)]) expect(run).toThrow("expected");
  expect(interrupts.compiling).toBe(false);
  interrupts.interrupt();
  expect(told).toEqual(["before"]);
});

it("what tells of it is the kernel's own work, in which another one waits", () => {
  const nested = new Interrupts({ isStillMeant: () => true, beforeStop: () => told.push("before") < 2 && nested.interrupt(), afterStop: () => {} });
  nested.interrupt();
  expect(told).toEqual(["before"]);
});

it("what is told to stop is not stopped again while the kernel or the compiler works", () => {
  interrupts.interrupt();
  interrupts.shield(() => interrupts.insist());
  interrupts.compile(() => interrupts.insist());
  expect(told).toEqual(["before"]);
  interrupts.expose(() => interrupts.insist());
  expect(told).toEqual(["before", "stop"]);
});

it("one that waits within other work of the kernel's or the compiler's waits for the end of all", () => {
  const during = interrupts.compile(() => {
    interrupts.shield(() => interrupts.interrupt());
    return [...told];
  });
  expect([during, told]).toEqual([[], ["before"]]);
  interrupts.turned();
  told = [];
  interrupts.shield(() => {
    meant = false;
    interrupts.shield(() => interrupts.interrupt());
    meant = true;
  });
  expect(told).toEqual(["before"]);
});
