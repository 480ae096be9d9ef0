import { expect, test } from "vitest";
import { isRelativeUrl, isSafeUrl } from "../../../src/cli/pages/safeUrl.js";

test.each([
  "https://x.org/a?b#c",
  "http://x",
  "mailto:a@b.c",
  "a/b.png",
  "../x.ipynb#y",
  "#top",
  "?q",
  "data:image/png;base64,AAAA",
  "data:image/svg+xml,<svg/>",
])("%s is safe", (url) => {
  expect(isSafeUrl(url)).toBe(true);
});

test.each([
  "javascript:x",
  "JavaScript:x",
  " javascript:x",
  "java\tscript:x",
  "java\nscript:x",
  "\u0001javascript:x",
  "vbscript:x",
  "data:text/html,x",
  "file:///etc/passwd",
  "blob:x",
  "http://[",
  "//host/x",
  "\\\\host\\x",
  "/\\host/x",
  " //host/x",
  "/\t/host/x",
])("%j is not", (url) => {
  expect(isSafeUrl(url)).toBe(false);
});

test("relative is what has neither scheme nor host", () => {
  expect(["a.png", "../a", "./a#b"].filter(isRelativeUrl)).toHaveLength(3);
  expect(["https://x", "mailto:x", "//x", "/x", "#x", "", "data:x", "C:\\x", " //x", "\t/\n/x", " https://x", "\u0001#x", "  "].filter(isRelativeUrl)).toEqual([]);
});
