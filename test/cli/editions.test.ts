import { expect, test } from "vitest";
import { editionFolder } from "../../src/cli/editions.js";

test("English lies in the folder itself, another language in one that bears its code", () => {
  expect(editionFolder("notebooks", "en")).toBe("notebooks");
  expect(editionFolder("notebooks", "ko")).toBe("notebooks/ko");
});

test.each(["", "..", "KO", "korean", "ko/.."])("the language %j is refused", (lang) => {
  expect(() => editionFolder("notebooks", lang)).toThrow(
    new RangeError(
      `editionFolder: expected a language to be two or three small letters such as en or ko, got ${JSON.stringify(lang)}`,
    ),
  );
});
