import ts from "typescript";
import { beforeEach, expect, it } from "vitest";
import { ModuleNames, pathOfCell } from "../../../src/jupyter/cells/moduleNames.js";
import { hostOf } from "./session.js";

let files: Map<string, string>;
let modules: ModuleNames;
beforeEach(() => {
  files = new Map([["/notebook/a.ts", ""], ["/notebook/node_modules/p/package.json", '{ "types": "p.d.ts" }'], ["/notebook/node_modules/p/p.d.ts", ""], ["/types/outside.d.ts", ""], ["/notebook/node_modules/@types/t/index.d.ts", ""]]);
  const host = hostOf(files);
  modules = new ModuleNames(ts, host, host, { moduleResolution: ts.ModuleResolutionKind.Node10, typeRoots: ["/notebook/node_modules/@types"] });
});
const find = (name: string, from = "/notebook/cell:this.ts") => modules.module(name, from).resolvedModule;

it("cells and what is the same from everywhere are found by their names", () => {
  expect(pathOfCell("/notebook", 3)).toBe("/notebook/cell:3.ts");
  expect(find("cell:3")).toEqual({ resolvedFileName: "/notebook/cell:3.ts", extension: ".ts", isExternalLibraryImport: false });
  expect(find("outside", "/elsewhere/b.ts")).toEqual({ resolvedFileName: "/types/outside.d.ts", extension: ".d.ts", isExternalLibraryImport: false });
  expect([find("fs"), find("./cell:3")]).toEqual([undefined, undefined]);
});

it("packages stay found, files come and go", () => {
  expect([find("p")?.resolvedFileName, find("./a")?.resolvedFileName, find("./b")]).toEqual(["/notebook/node_modules/p/p.d.ts", "/notebook/a.ts", undefined]);
  files.clear();
  files.set("/notebook/b.ts", "");
  expect([find("p")?.resolvedFileName, find("./a"), find("./b")?.resolvedFileName]).toEqual(["/notebook/node_modules/p/p.d.ts", undefined, "/notebook/b.ts"]);
  expect(find("p", "/other/c.ts")).toBeUndefined();
});

it("packages that stay unread are not looked for, and no others", () => {
  const host = hostOf(files.set("/notebook/node_modules/q/index.d.ts", ""));
  modules = new ModuleNames(ts, host, host, { moduleResolution: ts.ModuleResolutionKind.Node10 }, new Set(["p"]));
  expect([find("p"), find("q")?.resolvedFileName]).toEqual([undefined, "/notebook/node_modules/q/index.d.ts"]);
});

it("what declarations miss stays missing, from their folder", () => {
  expect(find("q", "/notebook/x.d.ts")).toBeUndefined();
  files.set("/notebook/node_modules/q/index.d.ts", "");
  expect([find("q", "/notebook/y.d.ts"), find("q", "/notebook/deep/x.d.ts")?.resolvedFileName]).toEqual([undefined, "/notebook/node_modules/q/index.d.ts"]);
});

it("packages of types are found once", () => {
  const types = (name: string) => modules.types(name, "/notebook/cell:this.ts").resolvedTypeReferenceDirective?.resolvedFileName;
  expect([types("t"), types("u")]).toEqual(["/notebook/node_modules/@types/t/index.d.ts", undefined]);
  files.clear();
  expect(types("t")).toBe("/notebook/node_modules/@types/t/index.d.ts");
});
