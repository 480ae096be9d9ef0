import { expect, test } from "vitest";
import { type Cell, hasTag, isJsonType } from "../../../src/jupyter/nbformat/notebook.js";

const tagged = (tags: unknown): Cell => ({ cell_type: "raw", id: "a", metadata: { tags }, source: "" });

test("a cell has the tags that its metadata lists", () => {
  expect(hasTag(tagged(["answer", "long"]), "long")).toBe(true);
  expect(hasTag(tagged(["answer"]), "long")).toBe(false);
  expect(hasTag(tagged([]), "long")).toBe(false);
});

test.each([undefined, null, "a long text", { long: true }])("what is no list holds none: %j", (tags) => {
  expect(hasTag(tagged(tags), "long")).toBe(false);
});

test.each([
  ["application/json", true],
  ["application/vnd.plotly.v1+json", true],
  ["application/javascript", false],
  ["application/vnd.notjson", false],
  ["application/json-seq", false],
  ["text/application/json", false],
  ["text/plain", false],
])("%s holds JSON: %j", (type, expected) => {
  expect(isJsonType(type)).toBe(expected);
});
