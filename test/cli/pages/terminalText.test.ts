import { expect, test } from "vitest";
import { terminalText } from "../../../src/cli/pages/terminalText.js";

test.each([
  ["a\r\nb\n", "a\nb\n"],
  ["10%\r20%\r30%\ndone", "30%\ndone"],
  ["long line\rshort", "shortline"],
  ["abc\r", "abc"],
  ["ab\b\bcd", "cd"],
  ["\u001b[31mlong\u001b[0m\rx\r", "x"],
  ["\u001b[1mx\r", "\u001b[1mx"],
  ["long\r\u001b[1mx", "\u001b[1mx"],
  ["\u001b[1mlong\rabc\rx", "xbc"],
  ["abc\r\rx\ny\bz", "xbc\nz"],
  ["\b\ba", "a"],
  ["a\r\n\r\nb", "a\n\nb"],
  ["가나\b다", "가다"],
])("%j", (text, shown) => {
  expect(terminalText(text)).toBe(shown);
});
