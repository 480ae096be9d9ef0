import ts from "typescript";
import { beforeEach, expect, it } from "vitest";
import { Documents } from "../../../src/jupyter/cells/documents.js";
import { hostOf } from "./session.js";

const COMMON = "/a/node_modules/@types/node/fs.d.ts";
const COMMON_TEXT = "/** One. */\ndeclare const a: 1; /**/ /*** b */";
let files: Map<string, string>;
let reads: string[];
let documents: Documents;
beforeEach(() => {
  files = new Map([["/notebook/a.ts", "const a = 1;"], [COMMON, COMMON_TEXT], ["/a/node_modules/b/index.ts", "/** Two. */"], ["/types/c.d.ts", "/** Three. */"]]);
  reads = [];
  const host = hostOf(files);
  documents = new Documents(ts, { ...host, readFile: (path) => (reads.push(path), host.readFile(path)) });
});

const textOf = (path: string): string | undefined => {
  const snapshot = documents.snapshot(path);
  return snapshot?.getText(0, snapshot.getLength());
};

it("what was written in cells comes before files, by versions", () => {
  expect([documents.isCell("/notebook/a.ts"), documents.has("/notebook/a.ts"), documents.has("/notebook/b.ts"), textOf("/notebook/b.ts")]).toEqual([false, true, false, undefined]);
  documents.set("/notebook/a.ts", "one");
  const versions = [documents.version("/notebook/a.ts")];
  documents.set("/notebook/a.ts", "one");
  versions.push(documents.version("/notebook/a.ts"));
  documents.set("/notebook/a.ts", "two");
  versions.push(documents.version("/notebook/a.ts"));
  expect(versions).toEqual(["1", "1", "2"]);
  expect([documents.isCell("/notebook/a.ts"), documents.has("/notebook/a.ts"), documents.text("/notebook/a.ts"), textOf("/notebook/a.ts")]).toEqual([true, true, "two", "two"]);
});

it("a file of the notebook is read again once it has changed, one of a package is not", () => {
  const package_ = "/a/node_modules/b/index.ts";
  for (const path of ["/notebook/a.ts", package_, "/types/c.d.ts"]) {
    textOf(path);
    textOf(path);
    files.set(path, "changed");
  }
  expect(reads).toEqual(["/notebook/a.ts", package_, "/types/c.d.ts"]);
  expect([textOf("/notebook/a.ts"), textOf(package_), textOf("/types/c.d.ts")]).toEqual(["changed", "/** Two. */", "/** Three. */"]);
  files.clear();
  expect([documents.has("/notebook/a.ts"), documents.has(package_), documents.has("/a/node_modules/b/other.ts")]).toEqual([false, true, false]);
});

it.each([["/notebook/a.ts", true], ["/a/node_modules/b/c.ts", false], ["/notebook/a.d.ts", false], ["/a/node_modules_b/c.ts", true]])("%s may change: %s", (path, may) => {
  expect(documents.mayChange(path)).toBe(may);
});

it("common documentation is read once somebody asks for it", () => {
  expect(textOf(COMMON)).toBe("/*  One. */\ndeclare const a: 1; /**/ /* * b */");
  expect(documents.version(COMMON)).toBe("false");
  expect([documents.document(COMMON), documents.document(COMMON), documents.document("/types/c.d.ts")]).toEqual([true, false, false]);
  expect([documents.version(COMMON), textOf(COMMON), documents.text("/types/c.d.ts"), documents.text("/x/typescript/lib/lib.none.d.ts")]).toEqual(["true", COMMON_TEXT, "/** Three. */", undefined]);
});

it("until then it is left out, where the host has the file without", () => {
  const brief = new Map([[COMMON, "\ndeclare const a: 1;"], ["/types/c.d.ts", "never asked for"]]);
  documents = new Documents(ts, { ...hostOf(files), readBriefly: (path) => brief.get(path) });
  expect([textOf(COMMON), textOf("/types/c.d.ts")]).toEqual([brief.get(COMMON), "/** Three. */"]);
  documents.document(COMMON);
  expect(textOf(COMMON)).toBe(COMMON_TEXT);
});

it("each is parsed once, with what the language service knows it by", () => {
  const parsed = documents.parsed("/notebook/a.ts", ts.ScriptTarget.ES2022)!;
  expect(documents.parsed("/notebook/a.ts", ts.ScriptTarget.ES2022)).toBe(parsed);
  expect(documents.parsed("/notebook/none.ts", ts.ScriptTarget.ES2022)).toBeUndefined();
  expect(parsed).toMatchObject({ fileName: "/notebook/a.ts", text: "const a = 1;", version: "const a = 1;", scriptSnapshot: documents.snapshot("/notebook/a.ts") });
  const registry = documents.registry();
  const [key, none] = [registry.getKeyForCompilationSettings({}), documents.snapshot("/notebook/a.ts")!];
  expect(registry.acquireDocument("/notebook/a.ts", {}, none, "1")).toBe(parsed);
  expect(registry.updateDocumentWithKey("/notebook/a.ts", "/notebook/a.ts" as ts.Path, {}, key, none, "1")).toBe(parsed);
});
