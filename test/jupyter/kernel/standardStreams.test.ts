import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { replaceStandardStreams } from "../../../src/jupyter/kernel/standardStreams.js";

const own = (["stdout", "stderr"] as const).map((name) => {
  const { write } = process[name];
  return { name, write, isTTY: Object.getOwnPropertyDescriptor(process[name], "isTTY") };
});
let written: [name: string, text: string][] = [];

beforeEach(() => {
  written = [];
  replaceStandardStreams((name, text) => written.push([name, text]));
});
afterEach(() => {
  for (const { name, write, isTTY } of own) {
    process[name].write = write;
    if (isTTY) Object.defineProperty(process[name], "isTTY", isTTY);
    else Reflect.deleteProperty(process[name], "isTTY");
  }
});

const text = (name: string) => written.flatMap(([stream, piece]) => (stream === name ? [piece] : [])).join("");

test("texts go to the writer under their stream's name", () => {
  expect(process.stdout.write("a")).toBe(true);
  process.stderr.write("b");
  process.stdout.write(new Uint8Array([99, 10]));
  expect(written).toEqual([["stdout", "a"], ["stderr", "b"], ["stdout", "c\n"]]);
});

test("bytes may be cut in the midst of a character, in both streams at once", () => {
  const bytes = Buffer.from("가나 다🙂");
  for (const byte of bytes) {
    process.stdout.write(Uint8Array.of(byte));
    process.stderr.write(Uint8Array.of(byte));
  }
  expect([text("stdout"), text("stderr")]).toEqual(["가나 다🙂", "가나 다🙂"]);
});

test("neither stream is a terminal", () => {
  expect([process.stdout.isTTY, process.stderr.isTTY]).toEqual([false, false]);
});

test("a callback is called later, in either place", async () => {
  const called: string[] = [];
  process.stdout.write("x", () => called.push("second"));
  process.stdout.write("y", "utf8", () => called.push("third"));
  expect(called).toEqual([]);
  await vi.waitFor(() => expect(called).toEqual(["second", "third"]), 30_000);
});
