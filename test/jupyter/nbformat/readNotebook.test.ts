import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { code, markdown, notebookText } from "../../cli/run/notebookText.js";

test("texts may be whole or cut into lines; ids are made where there are none", () => {
  const notebook = readNotebook(notebookText([markdown(["a\n", "b"] as unknown as string), code("1")]), "n");
  expect(notebook.cells).toEqual([
    { cell_type: "markdown", id: "cell-1", metadata: {}, source: "a\nb" },
    { cell_type: "code", id: "cell-2", metadata: {}, source: "1", execution_count: null, outputs: [] },
  ]);
});

test("ids are kept if they are valid and not taken", () => {
  const cells = ["a", "a", "b c", "cell-5", undefined].map((id) => ({ ...code("1"), id }));
  expect(readNotebook(notebookText(cells), "n").cells.map(({ id }) => id)).toEqual([
    "a",
    "cell-2",
    "cell-3",
    "cell-5",
    "cell-5-2",
  ]);
});

test("metadata, attachments and outputs are kept", () => {
  const outputs = [
    { output_type: "stream", name: "stderr", text: ["a\n", "b"] },
    { output_type: "display_data", data: { "text/html": ["<p>", "x"], "application/json": ["a"] }, metadata: { m: 1 } },
    { output_type: "execute_result", execution_count: 2, data: { "text/plain": "x" }, metadata: {} },
    { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] },
  ];
  const attachments = { "a.png": { "image/png": "AAAA" } };
  const { metadata, cells } = readNotebook(
    notebookText([{ ...code("1"), outputs }, markdown("x", { attachments })], { odd: [1] }),
    "n",
  );
  expect(metadata.odd).toEqual([1]);
  expect(cells[0]).toMatchObject({
    outputs: [
      { output_type: "stream", name: "stderr", text: "a\nb" },
      { output_type: "display_data", data: { "text/html": "<p>x", "application/json": ["a"] }, metadata: { m: 1 } },
      outputs[2],
      outputs[3],
    ],
  });
  expect(cells[1]).toMatchObject({ attachments });
});

test("what is missing or of another kind in cells and outputs is left out", () => {
  const outputs = [
    { output_type: "stream" },
    { output_type: "stream", name: "stdin", text: [1] },
    { output_type: "execute_result", execution_count: "2", data: null, metadata: [] },
    { output_type: "display_data", data: { "text/plain": [1], "image/png": 5, "application/json": null } },
    { output_type: "error", ename: null, traceback: "t" },
  ];
  const cell = { ...code("1"), execution_count: "3", metadata: null, outputs };
  const { metadata, cells } = readNotebook(
    JSON.stringify({ nbformat: 4, metadata: [], cells: [cell, { cell_type: "code", source: "2" }, markdown("x", { attachments: [] })] }),
    "n",
  );
  expect(metadata).toEqual({});
  expect(cells).toEqual([
    {
      cell_type: "code", id: "cell-1", metadata: {}, source: "1", execution_count: null,
      outputs: [
        { output_type: "stream", name: "stdout", text: "" },
        { output_type: "stream", name: "stdout", text: "" },
        { output_type: "execute_result", execution_count: null, data: {}, metadata: {} },
        { output_type: "display_data", data: { "text/plain": "", "image/png": "", "application/json": null }, metadata: {} },
        { output_type: "error", ename: "null", evalue: "undefined", traceback: [] },
      ],
    },
    { cell_type: "code", id: "cell-2", metadata: {}, source: "2", execution_count: null, outputs: [] },
    { cell_type: "markdown", id: "cell-3", metadata: {}, source: "x" },
  ]);
});

test("an id that is taken is counted on until it is free", () => {
  const cells = ["cell-3", "cell-3-2", "cell-3", "cell-4", "cell-4-2", "cell-4"].map((id) => ({ ...code("1"), id }));
  expect(readNotebook(notebookText(cells), "n").cells.map(({ id }) => id)).toEqual(["cell-3", "cell-3-2", "cell-3-3", "cell-4", "cell-4-2", "cell-6"]);
});

test("a text that is not JSON is an error with the line", () => {
  expect(() => readNotebook('{\n"a": 1 "b"\n}', "n.ipynb")).toThrow(
    /^readNotebook: expected n\.ipynb to be JSON, got line 2: /,
  );
});

test.each([
  ["[]", "something else"],
  ["null", "something else"],
  ['{"nbformat": 3, "worksheets": []}', "nbformat 3"],
  ['{"nbformat": 4}', "nbformat 4"],
  ['{"nbformat": 5, "cells": []}', "nbformat 5"],
  ['{"cells": []}', "nbformat undefined"],
])("%s is not a notebook of format 4", (text, got) => {
  expect(() => readNotebook(text, "n.ipynb")).toThrow(
    new Error(
      `readNotebook: expected n.ipynb to be a notebook of format 4 with cells, got ${got}; open it in Jupyter and save it again`,
    ),
  );
});

test.each([
  [1, "an object", "1"],
  [{ cell_type: "heading", source: "x" }, "cell_type code, markdown or raw", '"heading"'],
  [{ cell_type: "code", source: 5 }, "source to be text", "5"],
  [{ ...code("1"), outputs: [{ output_type: "odd" }] }, "an output", '{"output_type":"odd"}'],
  [{ ...code("1"), outputs: [null] }, "an output", "null"],
  [{ ...code("1"), outputs: [["stream"]] }, "an output", '["stream"]'],
  [{ cell_type: "code", source: ["a", 5] }, "source to be text", '["a",5]'],
])("a cell that is none: %j", (cell, expected, got) => {
  const text = notebookText([markdown("first"), cell as Record<string, unknown>]);
  expect(() => readNotebook(text, "n.ipynb")).toThrow(
    new Error(`readNotebook: expected ${expected} in cell 2 of n.ipynb, got ${got}`),
  );
});

test("what is nested too deep to show is refused as well", () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  expect(() => readNotebook(`{"nbformat": 4, "cells": [${deep}]}`, "n.ipynb")).toThrow(
    new Error("readNotebook: expected an object in cell 1 of n.ipynb, got something nested too deep to show"),
  );
});

test("a byte order mark in front is passed over", () => {
  const file = JSON.stringify({ nbformat: 4, metadata: {}, cells: [] });
  expect(readNotebook(`\ufeff${file}`, "n")).toEqual(readNotebook(file, "n"));
});
