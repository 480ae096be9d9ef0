import { expect, test } from "vitest";
import { type Words, wordsOf } from "../../src/cli/words.js";

/** What a word says, whatever it has to be told. */
const said = (word: Words[keyof Words]): string => {
  if (typeof word === "string") return word;
  if (typeof word === "object") return Object.values(word).join("\n");
  const told = { date: "2024-01-02", seconds: "3.4", kernel: "tslab", toString: () => "56" };
  return (word as (...args: unknown[]) => string)(told, 78);
};

test.each([["ko", "목차"], ["ko-KR", "목차"], ["KO", "목차"], ["en", "Contents"], ["kok", "Contents"], ["", "Contents"], ["en-ko", "Contents"]])("the words of %j", (lang, contents) => {
  expect(wordsOf(lang).contents).toBe(contents);
});

test.each(Object.keys(wordsOf("en")) as (keyof Words)[])("%s says something in both languages, and not the same", (name) => {
  const [english, korean] = ["en", "ko"].map((lang) => said(wordsOf(lang)[name]));
  expect(english).toMatch(/[A-Za-z]{2}/);
  expect(english).not.toMatch(/[가-힣]|undefined/);
  expect(korean).toMatch(/[가-힣]/);
  expect(korean).not.toContain("undefined");
});

test("what they are told is in them", () => {
  for (const { failed, run, from, cellsRun } of [wordsOf("en"), wordsOf("ko")]) {
    expect(failed(7)).toContain("7");
    for (const part of ["2024-01-02", "3.4", "tslab"]) expect(run({ date: "2024-01-02", seconds: "3.4", kernel: "tslab" })).toContain(part);
    expect(from("notebooks/a.ipynb")).toContain("notebooks/a.ipynb");
    expect(cellsRun(12, 34)).toMatch(/12.*34|34.*12/);
  }
});
