import { beforeEach, expect, test } from "vitest";
import { pageAddress } from "../../../src/cli/submit/pageAddress.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { put } from "./sampleProject.js";

const root = temporaryFolder();
const path = put(root, "notebooks/one.ipynb", "");
put(root, "notebooks/그림 1.png", "picture");
const problems: string[] = [];
const address = pageAddress({ name: "one", path, label: "notebooks/one.ipynb" }, ["one", "two", "homework #1"], (problem) =>
  problems.push(problem),
);

beforeEach(() => void problems.splice(0));

test("a picture beside the notebook becomes part of the page", () => {
  expect(address(encodeURI("그림 1.png"), "src")).toBe("data:image/png;base64,cGljdHVyZQ==");
  expect(address("data:image/gif;base64,AA", "src")).toBe("data:image/gif;base64,AA");
  expect(problems).toEqual([]);
});

test("any other picture is reported", () => {
  const urls = ["https://example.com/a.png", "gone.png", "a.tiff", "/etc/a.png"];
  expect(urls.map((url) => address(url, "src"))).toEqual([null, null, null, null]);
  expect(problems).toEqual([
    "notebooks/one.ipynb: the picture https://example.com/a.png is not beside the notebook; save it there and use its file name",
    "notebooks/one.ipynb: the picture gone.png cannot be read",
    "notebooks/one.ipynb: the picture a.tiff is of no kind that browsers show: png, jpg, gif, webp, svg",
    "notebooks/one.ipynb: the picture /etc/a.png is not beside the notebook; save it there and use its file name",
  ]);
});

test.each([
  ["#Part-1", "#one-Part-1"],
  ["two.ipynb", "#notebook-two"],
  ["two.ipynb#Part-1", "#two-Part-1"],
  ["three.ipynb", null],
  ["//host/x", null],
  ["homework%20%231.ipynb#Part%201", "#homework%20%231-Part%201"],
  ["homework%20%231.ipynb", "#notebook-homework%20%231"],
  ["../src/index.ts", null],
  ["/etc/passwd", null],
  ["https://example.com/", "https://example.com/"],
  ["mailto:a@example.com", "mailto:a@example.com"],
])("the link %s leads to %s", (url, expected) => {
  expect(address(url, "href")).toBe(expected);
});

test.each([
  ["a.png", "png"],
  ["a.jpg", "jpeg"],
  ["a.jpeg", "jpeg"],
  ["a.gif", "gif"],
  ["a.webp", "webp"],
  ["a.svg", "svg+xml"],
  ["a.PNG", "png"],
])("the picture %s is of the type %s", (file, type) => {
  put(root, `notebooks/${file}`, "x");
  expect(address(`${file}?y#z`, "src")).toBe(`data:image/${type};base64,eA==`);
});

test("pictures in the address itself stay, however they are written; a problem says the name as people read it", () => {
  expect(address("DATA:image/png;base64,AA", "src")).toBe("DATA:image/png;base64,AA");
  expect([address("x/data:a.png", "src"), address("%EA%B7%B8.png", "src")]).toEqual([null, null]);
  expect(problems).toEqual(["notebooks/one.ipynb: the picture x/data:a.png cannot be read", "notebooks/one.ipynb: the picture 그.png cannot be read"]);
});

test.each([
  ["#", "#one-"],
  ["#가 b", "#one-가 b"],
  ["two.ipynb?x=1#y?z", "#two-y?z"],
  ["two.ipynb?x=1", "#notebook-two"],
  ["two.ipynb#", "#notebook-two"],
  ["folder/two.ipynb", "#notebook-two"],
  ["two.ipynb#a\nb", "#two-a\nb"],
  ["two", null],
  ["//host:80/x", null],
  ["two.ipynb.md", null],
  ["HTTP://x", "HTTP://x"],
  ["a+b.c-1:x", "a+b.c-1:x"],
  ["\\\\host", null],
  ["", null],
])("the link %j leads to %s, too", (url, expected) => {
  expect(address(url, "href")).toBe(expected);
});

test("in a notebook whose name has odd letters they are written as addresses have them", () => {
  const odd = pageAddress({ name: "a #1", path, label: "l" }, ["a #1"], () => {});
  expect([odd("#x", "href"), odd("a%20%231.ipynb#x", "href")]).toEqual(["#a%20%231-x", "#a%20%231-x"]);
});
