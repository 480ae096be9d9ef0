import { expect, it } from "vitest";
import { readOptions } from "../../../src/cli/lab/options.js";

it("opens the list in the browser, on the first port that is free, unless told otherwise", () => {
  expect(readOptions([])).toEqual({ name: null, lang: null, port: null, browser: true, frontEnd: null, help: false });
  expect(readOptions(["two_layer_net", "--lang", "ko", "--port", "9000", "--no-browser", "--front-end", "x"])).toEqual({
    name: "two_layer_net",
    lang: "ko",
    port: 9000,
    browser: false,
    frontEnd: "x",
    help: false,
  });
  expect(readOptions(["-h"]).help).toBe(true);
});

it.each([
  [["a", "b"], TypeError, "readOptions: expected one notebook, got a b"],
  [["--port", "x"], RangeError, 'readOptions: expected --port to be a whole number up to 65535, got "x"'],
  [["--port", "65536"], RangeError, 'readOptions: expected --port to be a whole number up to 65535, got "65536"'],
  [["--lang", "fr"], RangeError, 'readOptions: expected --lang to be en or ko, got "fr"'],
  [["--what"], TypeError, "Unknown option '--what'"],
])("refuses %j", (args, kind, text) => {
  expect(() => readOptions(args)).toThrow(kind);
  expect(() => readOptions(args)).toThrow(text);
});
