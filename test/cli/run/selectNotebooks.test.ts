import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { selectNotebooks } from "../../../src/cli/run/selectNotebooks.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const root = temporaryFolder();
const folder = join(root, "notebooks");
for (const file of [
  "notebooks/b.ipynb",
  "notebooks/a.ipynb",
  "notebooks/ko/a.ipynb",
  "notebooks/text.md",
  "elsewhere/c.ipynb",
  "elsewhere/b.ipynb",
]) {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), "");
}
const select = (...names: string[]) => selectNotebooks(names, folder, join(root, "elsewhere"));

test("no name means every notebook of the folder itself, in name order", () => {
  expect(select()).toEqual([
    { name: "a", path: join(folder, "a.ipynb") },
    { name: "b", path: join(folder, "b.ipynb") },
  ]);
});

test("in reading order where the folder has one", () => {
  const ordered = temporaryFolder();
  for (const name of ["a", "b", "c"]) writeFileSync(join(ordered, `${name}.ipynb`), "");
  writeFileSync(join(ordered, "package.json"), JSON.stringify({ notebooks: ["c", "a"] }));
  expect(selectNotebooks([], ordered, root).map(({ name }) => name)).toEqual(["c", "a", "b"]);
});

test("by name, by file name, by path, the folder's own first", () => {
  const b = { name: "b", path: join(folder, "b.ipynb") };
  expect(select("b")).toEqual([b]);
  expect(select("b.ipynb", join(folder, "b.ipynb"))).toEqual([b]);
  expect(select("./c")).toEqual([{ name: "c", path: join(root, "elsewhere", "c.ipynb") }]);
  expect(select("ko/a")).toEqual([{ name: "ko/a", path: join(folder, "ko", "a.ipynb") }]);
});

test("of another edition, all or by name, with results in a folder of its own", () => {
  const a = { name: "ko/a", path: join(folder, "ko", "a.ipynb") };
  expect(selectNotebooks([], folder, root, "ko")).toEqual([a]);
  expect(selectNotebooks(["a"], folder, root, "ko")).toEqual([a]);
  expect(() => selectNotebooks(["b"], folder, root, "ko")).toThrow(
    new Error(`selectNotebooks: expected the name or path of a notebook, got "b"; in ${join(folder, "ko")} there are: a`),
  );
  expect(() => selectNotebooks([], folder, root, "fr")).toThrow(
    new Error(`selectNotebooks: expected notebooks in ${join(folder, "fr")}, got none`),
  );
});

test("a file of two extensions stops nobody, and is found by either name", () => {
  const twice = join(temporaryFolder(), "notebooks");
  mkdirSync(twice);
  for (const file of ["x.ipynb.ipynb", "y.ipynb", "z.ipynb.old.ipynb"]) writeFileSync(join(twice, file), "");
  expect(selectNotebooks([], twice, root).map(({ name }) => name)).toEqual(["x.ipynb", "y", "z.ipynb.old"]);
  for (const name of ["x.ipynb", "x.ipynb.ipynb"]) expect(selectNotebooks([name], twice, root)).toEqual([{ name: "x.ipynb", path: join(twice, "x.ipynb.ipynb") }]);
});

test("a file that is no notebook is none, though it is there", () => {
  expect(() => select("text.md")).toThrow(`got "text.md"; in ${folder} there are: a, b`);
});

test("an unknown name is answered with those that exist", () => {
  expect(() => select("x")).toThrow(
    new Error(`selectNotebooks: expected the name or path of a notebook, got "x"; in ${folder} there are: a, b`),
  );
});

test("where there is none at all, the error says so", () => {
  const empty = temporaryFolder();
  expect(() => selectNotebooks(["x"], empty, root)).toThrow(`in ${empty} there are: none`);
});

test("two notebooks of one file name are refused", () => {
  const other = join(root, "elsewhere", "b.ipynb");
  expect(() => select("b", other)).toThrow(
    new Error(
      `selectNotebooks: expected different file names, got ${join(folder, "b.ipynb")} and ${other}; run them one at a time with different --out folders`,
    ),
  );
});

test("an empty or absent folder is an error", () => {
  expect(() => selectNotebooks([], join(root, "absent"), root)).toThrow(
    new Error(`selectNotebooks: expected notebooks in ${join(root, "absent")}, got none`),
  );
});
