import { expect, test } from "vitest";
import { CellLibrary, LEAN_LIBRARIES, LIBRARIES } from "../../../src/jupyter/kernel/cellLibrary.js";

const FILES: Record<string, string> = {
  "/ts/lib.es2022.d.ts": '/// <reference lib="es5" />\n/// <reference lib="es2022.array" />\ninterface Last {}\n',
  "/ts/lib.es5.d.ts": "interface First {}\n",
  "/ts/lib.es2022.array.d.ts": '/// <reference lib="es5" />\ninterface Second {}\n',
  "/ts/lib.dom.d.ts": "interface Document {}\ndeclare var document: Document;\ndeclare function alert(message?: any): void;\ndeclare var URL: {\n    new(): URL;\n};\ndeclare var HTMLElement: {\n    new(): HTMLElement;\n};\n",
  "/ts/lib.dom.iterable.d.ts": "interface Lists {}\n",
  "/ts/lib.webworker.d.ts": "not asked for",
  "/elsewhere/lib.es5.d.ts": "of a package",
};
const library = new CellLibrary("/ts", (path) => FILES[path], "interface Few {}");
const textOf = (of: CellLibrary, names = LIBRARIES): string => names.map((name) => of.text(`/ts/${name}`)).join("\n");

test("the libraries are a text of the language and one of a page, in which nothing comes before what it refers to", () => {
  const text = textOf(library);
  const order = ["First", "Second", "Last", "Document {", "Lists"].map((name) => text.indexOf(name));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(text).not.toContain("reference lib");
  expect(text).toContain("declare function prompt(message?: string): string;");
});

test("the language is the same where a page has little", () => {
  expect([LEAN_LIBRARIES[0], textOf(library, LEAN_LIBRARIES.slice(1))]).toEqual([LIBRARIES[0], "interface Few {}"]);
});

test("of what a page has, the types are left, and the variables that Node has too", () => {
  const text = textOf(library);
  expect(text).toContain("declare var URL: {\n    new(): URL;\n};");
  for (const gone of ["declare var document", "alert", "new(): HTMLElement"]) expect(text).not.toContain(gone);
});

test("its parts are empty, other files as they are", () => {
  expect(["/ts/lib.es5.d.ts", "/ts/lib.webworker.d.ts", "/elsewhere/lib.es5.d.ts", "/ts/gone.d.ts"].map((path) => library.text(path))).toEqual(["", "not asked for", "of a package", undefined]);
});

test("lines may end as on Windows", () => {
  const windows = new CellLibrary("/ts", (path) => FILES[path]?.replaceAll("\n", "\r\n"));
  expect(textOf(windows).replaceAll("\r\n", "\n")).toBe(textOf(library));
});
