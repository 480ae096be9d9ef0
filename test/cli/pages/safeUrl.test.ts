import { expect, test } from "vitest";
import { decodedUrl, encodedPath, isRelativeUrl, isSafeUrl } from "../../../src/cli/pages/safeUrl.js";

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

test.each(["png", "jpeg", "gif", "webp", "svg+xml"])("a picture of the type %s may be in the address itself", (type) => {
  expect([`data:image/${type};base64,AA`, `data:image/${type},AA`, `DATA:IMAGE/${type};base64,AA`].map(isSafeUrl)).toEqual([true, true, true]);
  expect([`data:image/x${type};base64,AA`, `data:image/${type}x;base64,AA`, `javascript:data:image/${type};`, `data:image/${type}`].map(isSafeUrl)).toEqual([false, false, false, false]);
});

test.each(["a//b", "a\\\\b", "x.png ", "HTTPS://x", "MailTo:a@b.c", "", "/x"])("%j is safe, too", (url) => {
  expect(isSafeUrl(url)).toBe(true);
});

test.each([
  [".a", true],
  ["1a:b", true],
  ["a/b:c", true],
  [":a", true],
  ["+a:b", true],
  ["a?b#c", true],
  ["h2+x.y-z:q", false],
  ["X:", false],
  [" \t#a", false],
  ["a\tb:c", false],
  ["\\a", false],
])("%j is relative: %s", (url, isRelative) => {
  expect(isRelativeUrl(url)).toBe(isRelative);
});

test("percent codes are read where they mean something, and written where a name has such signs", () => {
  expect(["a%20b", "%EA%B0%80", "100%", "%FF"].map(decodedUrl)).toEqual(["a b", "가", "100%", "%FF"]);
  expect(["a b/c#d?e", "%", "가", "a\ud800b\udc00"].map(encodedPath)).toEqual(["a%20b/c%23d%3Fe", "%25", "%EA%B0%80", "a%EF%BF%BDb%EF%BF%BD"]);
});
