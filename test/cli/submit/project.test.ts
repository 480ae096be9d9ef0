import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readProject } from "../../../src/cli/submit/project.js";
import { ipynb, put, sampleProject } from "./sampleProject.js";

test("notebooks in the order of the list, the others apart", () => {
  const root = sampleProject();
  put(root, "notebooks/extra.ipynb", "not even JSON");
  const { name, notebooks, unlisted } = readProject(root);
  expect(name).toBe("sample");
  expect(notebooks.map(({ label }) => label)).toEqual(["notebooks/zebra.ipynb", "notebooks/ant.ipynb"]);
  expect(notebooks[0].path).toBe(join(root, "notebooks/zebra.ipynb"));
  expect(unlisted).toEqual(["extra"]);
});

test("another edition has the same notebooks in its own folder", () => {
  const root = sampleProject();
  for (const name of ["ant", "extra", "zebra"]) put(root, `notebooks/ko/${name}.ipynb`, ipynb([]));
  const { folder, notebooks, unlisted } = readProject(root, "ko");
  expect(folder).toBe("notebooks/ko");
  expect(notebooks.map(({ name }) => name)).toEqual(["zebra", "ant"]);
  expect(notebooks.map(({ label }) => label)).toEqual(["notebooks/ko/zebra.ipynb", "notebooks/ko/ant.ipynb"]);
  expect(unlisted).toEqual(["extra"]);
  expect(() => readProject(root, "fr")).toThrow(/\n {2}notebooks\/fr\/zebra\.ipynb is missing/);
});

test("without a list, all notebooks by name", () => {
  const root = sampleProject();
  rmSync(join(root, "notebooks/package.json"));
  expect(readProject(root).notebooks.map((notebook) => notebook.name)).toEqual(["ant", "zebra"]);
});

test("says everything that is missing or broken at once", () => {
  const root = sampleProject();
  put(root, "notebooks/package.json", JSON.stringify({ notebooks: ["zebra", "ant", "gone"] }));
  put(root, "notebooks/zebra.ipynb", '{\n "cells": [\n<<<<<<< HEAD\n');
  put(root, "notebooks/ant.ipynb", '{"nbformat": 3}');
  rmSync(join(root, "src"), { recursive: true });
  rmSync(join(root, "package.json"));
  expect(() => readProject(root)).toThrow(
    new Error(`readProject: expected the files of the hand-in in ${root}, got:
  package.json is missing
  src/ is missing
  expected notebooks/zebra.ipynb to be JSON, got line 3: a merge conflict that is not resolved
  expected notebooks/ant.ipynb to be a notebook of format 4 with cells, got nbformat 3; open it in Jupyter and save it again
  notebooks/gone.ipynb is missing`),
  );
});

test("a list that is none is an error", () => {
  const root = sampleProject();
  put(root, "notebooks/package.json", '{"notebooks": "zebra"}');
  expect(() => readProject(root)).toThrow(
    /\n {2}notebooks\/package\.json: expected "notebooks" to be a list of names, got "zebra"\n {2}notebooks\/ holds no notebook$/,
  );
});

test("paths, the sums of what was given out, and a mark in front of a text", () => {
  const root = sampleProject();
  put(root, "package.json", "\ufeff{\"name\": \"marked\"}");
  put(root, "notebooks/zebra.ipynb", `\ufeff${ipynb([])}`);
  put(root, "notebooks/given.json", JSON.stringify({ answers: { "notebooks/zebra.ipynb": { a: "1" } }, checks: { "notebooks/ant.ipynb": { b: "2" } } }));
  const project = readProject(root);
  expect([project.root, project.name, project.folder]).toEqual([root, "marked", "notebooks"]);
  expect(project.notebooks.map(({ given }) => given)).toEqual([{ answers: { a: "1" }, checks: undefined }, { answers: undefined, checks: { b: "2" } }]);
});

test.each([["{}"], ['{"name": 3}']])("a project whose package.json is %s has no name of its own", (text) => {
  const root = sampleProject();
  put(root, "package.json", text);
  expect(readProject(root).name).toBe("project");
});

test.each([["{}"], ['{"notebooks": []}'], ['{"notebooks": null}']])("a list of notebooks that is empty, as in %s, means all of them, in reading order", (text) => {
  const root = sampleProject();
  put(root, "notebooks/package.json", text);
  put(root, "notebooks/notes.txt", "no notebook");
  const { notebooks, unlisted } = readProject(root);
  expect([notebooks.map(({ name }) => name), unlisted]).toEqual([["ant", "zebra"], []]);
});

test("a list with anything but names is an error", () => {
  const root = sampleProject();
  put(root, "notebooks/package.json", '{"notebooks": ["ant", 3]}');
  expect(() => readProject(root)).toThrow('notebooks/package.json: expected "notebooks" to be a list of names, got ["ant",3]');
});

test("src/ that is a file is missing; what cannot be read and what is no JSON is named", () => {
  const root = sampleProject();
  rmSync(join(root, "src"), { recursive: true });
  put(root, "src", "a file");
  put(root, "package.json", "{");
  rmSync(join(root, "notebooks/ant.ipynb"));
  put(root, "notebooks/ant.ipynb/inside", "");
  expect(() => readProject(root)).toThrow(/^readProject: expected the files of the hand-in in .*, got:\n {2}expected package\.json to be JSON, got .+\n {2}src\/ is missing\n {2}notebooks\/ant\.ipynb cannot be read: EISDIR.*$/);
});

test("without a folder of notebooks there are none", () => {
  const root = sampleProject();
  rmSync(join(root, "notebooks"), { recursive: true });
  expect(() => readProject(root)).toThrow(/, got:\n {2}notebooks\/ holds no notebook$/);
});
