import { expect, test } from "vitest";
import { notWritten, NotWrittenError } from "../../../src/study/index.js";

test("notWritten names what is to be written", () => {
  expect(() => notWritten("affineForward")).toThrow(NotWrittenError);
  expect(() => notWritten("affineForward")).toThrow("affineForward is not written yet: replace notWritten(...) by your code");
});
