import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import type { Cell, Notebook, Output } from "../../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../../src/jupyter/nbformat/writeNotebook.js";

const notebook: Notebook = {
  metadata: { lang: "en", odd: { deep: [1] } },
  cells: [
    {
      cell_type: "markdown",
      id: "a",
      metadata: {},
      source: "# T\n\nx",
      attachments: { "p.png": { "image/png": "AAAA" } },
    },
    {
      cell_type: "code",
      id: "b",
      metadata: { tags: ["t"] },
      source: "1\n2\n",
      execution_count: 3,
      outputs: [
        { output_type: "stream", name: "stdout", text: "a\nb" },
        {
          output_type: "display_data",
          data: {
            "text/html": "<p>\n</p>",
            "image/png": "AAAA\n",
            "application/vnd.plotly.v1+json": { data: ["a\nb"] },
          },
          metadata: {},
        },
        { output_type: "execute_result", execution_count: 3, data: { "text/plain": "2" }, metadata: { m: 1 } },
        { output_type: "error", ename: "E", evalue: "v", traceback: ["x\ny"] },
      ],
    },
    { cell_type: "raw", id: "c", metadata: {}, source: "" },
  ],
};

test("what is written reads back the same", () => {
  expect(readNotebook(writeNotebook(notebook), "n")).toEqual(notebook);
});

test("texts are lists of lines, pictures and JSON are as they were", () => {
  const file = JSON.parse(writeNotebook(notebook));
  expect([file.nbformat, file.nbformat_minor]).toEqual([4, 5]);
  expect(file.cells[0].source).toEqual(["# T\n", "\n", "x"]);
  expect(file.cells[1].source).toEqual(["1\n", "2\n"]);
  expect(file.cells[1].outputs[0].text).toEqual(["a\n", "b"]);
  expect(file.cells[1].outputs[1].data).toEqual({
    "text/html": ["<p>\n", "</p>"],
    "image/png": "AAAA\n",
    "application/vnd.plotly.v1+json": { data: ["a\nb"] },
  });
  expect(file.cells[1].outputs[3].traceback).toEqual(["x\ny"]);
  expect(file.cells[2]).toEqual({ cell_type: "raw", id: "c", metadata: {}, source: [] });
});

test.each([
  ["text/latex", ["a\n", "b"]],
  ["image/svg+xml", ["a\n", "b"]],
  ["application/javascript", ["a\n", "b"]],
  ["application/x-text/x", "a\nb"],
  ["application/javascript-not", "a\nb"],
  ["image/svg+xml-not", "a\nb"],
])("%s is written as %j", (type, expected) => {
  const outputs: Output[] = [{ output_type: "display_data", data: { [type]: "a\nb" }, metadata: {} }];
  const cell: Cell = { cell_type: "code", id: "a", metadata: {}, source: "", execution_count: null, outputs };
  expect(JSON.parse(writeNotebook({ metadata: {}, cells: [cell] })).cells[0].outputs[0].data).toEqual({ [type]: expected });
});

test("text types that hold no text stay as they are", () => {
  const outputs = [{ output_type: "display_data", data: { "text/plain": { odd: 1 } }, metadata: {} }] as unknown as Output[];
  const cell: Cell = { cell_type: "code", id: "a", metadata: {}, source: "", execution_count: null, outputs };
  expect(JSON.parse(writeNotebook({ metadata: {}, cells: [cell] })).cells[0].outputs[0].data).toEqual({ "text/plain": { odd: 1 } });
});

test("the file is indented by one space and ends with a line end", () => {
  expect(writeNotebook({ metadata: {}, cells: [] })).toBe(
    '{\n "cells": [],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 5\n}\n',
  );
});

const python = ["/usr/bin/python3", "python3"].find(
  (command) => spawnSync(command, ["-c", "import nbformat"]).status === 0,
);

test.skipIf(python === undefined)("nbformat finds it valid (needs python3 with nbformat)", () => {
  const script =
    "import sys, nbformat; nbformat.validate(nbformat.reads(sys.stdin.read(), as_version=nbformat.NO_CONVERT))";
  const check = (text: string) => spawnSync(python!, ["-c", script], { input: text, encoding: "utf8" });
  expect(check(writeNotebook(notebook))).toMatchObject({ status: 0, stderr: "" });
  expect(check(writeNotebook(notebook).replace('"id": "b"', '"id": "b c"')).status).toBe(1);
});
