import { expect, it } from "vitest";
import type { Cells } from "../../../src/jupyter/cells/cells.js";
import { completions } from "../../../src/jupyter/session/completions.js";

/** What the compiler is asked, of a text with a `|` at the cursor. */
function asked(marked: string): string {
  const cursor = marked.indexOf("|");
  let code = "";
  const complete: Cells["complete"] = (source, position) => {
    expect(position).toBe(cursor);
    code = source;
    return { start: position, end: position, entries: [] };
  };
  completions({ complete, has: () => false } as unknown as Cells, marked.replace("|", ""), cursor);
  return code;
}

it.each([
  ["import { a|", 'import { a } from "two-layer-net";'],
  ["import type { a|", 'import type { a } from "two-layer-net";'],
  ["import  {a, b|\nnext", 'import  {a, b } from "two-layer-net";\nnext'],
  ["1;\n  import { a|", '1;\n  import { a } from "two-layer-net";'],
  ["1; import { a|", '1; import { a } from "two-layer-net";'],
  ["import { a| from 'path'; 5", "import { a } from 'path';"],
  ['import { a|, b  from "path"', 'import { a } from "path";'],
  ["import {\n  a|\n", 'import {\n  a } from "two-layer-net";\n'],
  ["import { a| from 'path\nx", 'import { a } from "two-layer-net";\nx'],
])("%j is completed as %j", (marked, code) => {
  expect(asked(marked)).toBe(code);
});

it.each(["import { a| } from 'path'", "import a| from 'path'", "important { a|", "reimport { a|", "import { a } from 'b'; f({|", "import { 'a|", "import { a; b|", "{ a|"])("%j as it is", (marked) => {
  expect(asked(marked)).toBe(marked.replace("|", ""));
});

it.each<[start: number, names: [name: string, sortText: string][], own: string[], matches: string[]]>([
  [3, [["a", "11"], ["b", "15"], ["c", "16"], ["d", "15"]], ["d"], ["a", "d"]],
  [3, [["b", "15"], ["c", "15"]], [], ["b", "c"]],
  [2, [["a", "11"], ["b", "15"]], [], ["a", "b"]],
])("where a name begins at %i of 3, of %j, with %j of cells, %j are shown", (start, names, own, matches) => {
  const entries = names.map(([name, sortText]) => ({ name, sortText }));
  const cells = { complete: () => ({ start, end: 3, entries }), has: (name: string) => own.includes(name) } as unknown as Cells;
  expect(completions(cells, "abcd", 3)).toEqual({ matches, start, end: 3 });
});

it("ends with the code", () => {
  const cells = { complete: () => ({ start: 9, end: 30, entries: [] }), has: () => false } as unknown as Cells;
  expect(completions(cells, "import { a", 10)).toEqual({ matches: [], start: 9, end: 10 });
});
