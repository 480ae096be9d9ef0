import { expect, test } from "vitest";
import { exercisesEdition } from "../../../src/cli/release/exercisesEdition.js";
import type { Cell } from "../../../src/jupyter/nbformat/notebook.js";

const output = { output_type: "stream", name: "stdout", text: "1\n" } as const;
const text = (id: string, source: string, ...tags: string[]): Cell => ({ cell_type: "markdown", id, metadata: tags.length > 0 ? { tags } : {}, source });
const code = (id: string, source: string, ...tags: string[]): Cell => ({
  cell_type: "code", id, metadata: tags.length > 0 ? { tags } : {}, source, execution_count: 1, outputs: [output],
});
const made = (...cells: Cell[]) => exercisesEdition({ metadata: { title: "Worked", lang: "en" }, cells }, "n.ipynb");
const source = (...cells: Cell[]) => made(...cells).cells.map((cell) => cell.source);

test("a solution becomes a stub that names its function, and its cell an exercise", () => {
  const worked = `/** a layer */
function forward(x: NDArray): [NDArray, any] {
  // BEGIN SOLUTION
  if (x.size > 0) {
    return [x, x];
  }
  // END SOLUTION
}

function backward(dout: NDArray, cache: any): NDArray {
  const { x } = cache;
  // BEGIN SOLUTION
  return x;
  // END SOLUTION
}`;
  const stubs = `/** a layer */
function forward(x: NDArray): [NDArray, any] {
  return notWritten("forward");
}

function backward(dout: NDArray, cache: any): NDArray {
  const { x } = cache;
  return notWritten("backward");
}`;
  expect(made(code("layer", worked, "mine")).cells).toEqual([
    { cell_type: "code", id: "layer", metadata: { tags: ["exercise", "mine"] }, source: stubs, execution_count: null, outputs: [] },
  ]);
});

test("the stubs of a class name it, and a constructor returns nothing", () => {
  const worked = `class Network {
  constructor({ reg }) {
    // BEGIN SOLUTION
    this.reg = reg;
    // END SOLUTION
  }

  scores(X: NDArray): NDArray {
    // BEGIN SOLUTION
    return X;
    // END SOLUTION
  }
}`;
  expect(source(code("network", worked))).toEqual([`class Network {
  constructor({ reg }) {
    notWritten("the network's constructor");
  }

  scores(X: NDArray): NDArray {
    return notWritten("the network's scores");
  }
}`]);
});

test("cells tagged worked go, others stay without outputs, and texts say what they have for this edition", () => {
  const title = text("title", "<!-- BEGIN WORKED -->\n# 2b. Worked\n<!-- END WORKED -->\n<!-- BEGIN EXERCISES # 2a. To write\n\nWrite. END EXERCISES -->\n\nBoth.");
  const inLine = text("links", "Picture. <!-- BEGIN WORKED -->There.<!-- END WORKED --><!-- BEGIN EXERCISES Here. END EXERCISES -->\n\nMore.", "x");
  const { metadata, cells } = made(title, code("figure", "show()", "worked"), text("answer", "Yes.", "worked"), inLine, code("check", "check()", "original"));
  expect(metadata).toEqual({ title: "To write", lang: "en" });
  expect(cells).toEqual([
    text("title", "# 2a. To write\n\nWrite.\n\nBoth."),
    text("links", "Picture. Here.\n\nMore.", "x"),
    { ...code("check", "check()", "original"), execution_count: null, outputs: [] },
  ]);
});

test.each([
  ["BEGIN SOLUTION", code("c", "function f() {\n  // BEGIN SOLUTION\n  return 1;\n}")],
  ["END SOLUTION", code("c", "function f() {\n  return 1;\n  // END SOLUTION\n}")],
  ["BEGIN WORKED", text("c", "<!-- BEGIN WORKED -->\nA")],
  ["END EXERCISES", text("c", "A END EXERCISES -->")],
])("a marker without its partner is an error: %s", (marker, cell) => {
  expect(() => made(cell)).toThrow(new Error(`exercisesEdition: expected each marker in cell c of n.ipynb to have its partner, got ${marker} alone`));
});

test("a solution outside of a function is an error", () => {
  expect(() => made(code("c", "// BEGIN SOLUTION\n1;\n// END SOLUTION"))).toThrow(
    new Error("exercisesEdition: expected the solution in cell c of n.ipynb to stand in a function, got none above it"),
  );
});
