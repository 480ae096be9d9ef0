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
