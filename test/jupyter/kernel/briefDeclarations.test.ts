/** Declarations without their comments: nothing else is missing of them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { libraryParts } from "../../../src/jupyter/kernel/cellLibrary.js";
import { briefDeclarations } from "../../../src/jupyter/kernel/briefDeclarations.js";

const { resolve } = createRequire(import.meta.url);
const folders = { "typescript/lib": dirname(resolve("typescript")), "@types/node": dirname(resolve("@types/node/package.json")) };
const { texts, lean } = briefDeclarations(folders);

/** The kind, text and line of each token, and what the file refers to. */
function tokensOf(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false);
  expect((file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([]);
  const tokens: string[] = [];
  const lines = file.getLineStarts();
  let line = 0;
  const visit = (node: ts.Node): void => {
    let isLeaf = true;
    ts.forEachChild(node, (child) => ((isLeaf = false), visit(child)));
    if (!isLeaf) return;
    const start = node.getStart(file);
    while (start >= (lines[line + 1] ?? Infinity)) line++;
    tokens.push(`${ts.SyntaxKind[node.kind]} ${node.kind <= ts.SyntaxKind.LastToken ? text.slice(start, node.end) : ""} ${line}`);
  };
  visit(file);
  const refers = [file.referencedFiles, file.typeReferenceDirectives, file.libReferenceDirectives].flat().map(({ fileName }) => fileName);
  return [...tokens, ...refers];
}

it("there are those that cells are compiled with", () => {
  const parts = libraryParts((name) => readFileSync(`${folders["typescript/lib"]}/${name}`, "utf8"), ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"]);
  for (const name of parts.keys()) expect(texts.has(`${folders["typescript/lib"]}/${name}`), name).toBe(true);
  for (const name of ["index", "fs", "fs/promises", "globals", "web-globals/fetch"]) expect(texts.has(`${folders["@types/node"]}/${name}.d.ts`), name).toBe(true);
});

it("each has the same declarations in the same lines, and is shorter", () => {
  let [length, whole] = [0, 0];
  for (const [path, text] of texts) {
    const source = readFileSync(path, "utf8");
    expect(tokensOf(path, text), path).toEqual(tokensOf(path, source));
    length += text.length;
    whole += source.length;
  }
  expect(length).toBeLessThan(0.5 * whole);
});

it("documentation is gone", () => {
  for (const text of texts.values()) expect(text).not.toContain("/**");
});

it("what a page and Node have is known by name, but for what the language has too and what is used every day", () => {
  for (const name of ["HTMLElement", "Buffer", "BufferEncoding", "process", "setTimeout", "AbortController"]) expect(lean.types.concat(lean.values), name).toContain(name);
  for (const name of ["document", "length", "fetch"]) expect(lean.values, name).toContain(name);
  for (const name of ["Array", "Promise", "SymbolConstructor", "console", "Console"]) expect(lean.types.concat(lean.values), name).not.toContain(name);
});

it("so are those of the library that lead to the tables' package", () => {
  expect(lean.heavy).toEqual(["Danfo", "DataFrame", "SweepRecord", "SweepTableOptions", "TrainingHistory", "danfo", "gradientTable", "historyTable", "sweepTable"]);
});
