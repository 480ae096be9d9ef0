import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { shortPath, Terminal } from "../../src/cli/terminal.js";
import type { CodeCell, Output } from "../../src/jupyter/nbformat/notebook.js";

function terminal(isTTY: boolean, columns = 80): { said: () => string; terminal: Terminal } {
  let text = "";
  const write = (more: string): void => {
    text += more;
  };
  return { said: () => text, terminal: new Terminal({ write, isTTY, columns }) };
}

const clear = "\r\u001b[2K";

test("where lines cannot be rewritten, one line for each cell that has ended", () => {
  const { said, terminal: lines } = terminal(false);
  const events = lines.events("n");
  events.cellStarts(1, 2);
  events.cellEnds(1, 2, 1.25);
  events.note("odd");
  expect(said()).toBe("n  cell 1 of 2  1.3 s\nn  note: odd\n");
});

test("on a terminal the line of the cell counts seconds, fits, and goes when the cell ends", () => {
  vi.useFakeTimers();
  try {
    const { said, terminal: lines } = terminal(true, 16);
    const events = lines.events("name");
    events.cellStarts(3, 4);
    vi.advanceTimersByTime(2100);
    expect(said()).toBe(`${clear}name  cell 3 of${`${clear}name  cell 3 of`.repeat(2)}`);
    events.cellEnds(3, 4, 2.1);
    vi.advanceTimersByTime(5000);
    expect(said().endsWith(`of${clear}`)).toBe(true);
    lines.line("done");
    expect(said().endsWith(`${clear}done\n`)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test("several tasks share the line, each with its own seconds", () => {
  vi.useFakeTimers();
  try {
    const { said, terminal: lines } = terminal(true);
    const [one, two] = [lines.events("one"), lines.events("two")];
    one.cellStarts(1, 2);
    vi.advanceTimersByTime(2000);
    two.cellStarts(1, 5);
    expect(said().endsWith(`${clear}one  cell 1 of 2  2 s | two  cell 1 of 5  0 s`)).toBe(true);
    one.cellEnds(1, 2, 2);
    expect(said().endsWith(`${clear}two  cell 1 of 5  0 s`)).toBe(true);
    two.cellEnds(1, 5, 0);
    const ended = said();
    vi.advanceTimersByTime(3000);
    expect(said()).toBe(ended);
  } finally {
    vi.useRealTimers();
  }
});

test("a failure: where, the source with its lines, the error without colours", () => {
  const { said, terminal: lines } = terminal(false);
  const cell = { cell_type: "code", id: "c", metadata: {}, source: "a\nb", execution_count: 1, outputs: [] } as const;
  const error = {
    output_type: "error",
    ename: "E",
    evalue: "bad",
    traceback: ["\u001b[31mE: bad\u001b[0m", "  at b"],
  } as const;
  lines.failure("n.ipynb", 9, { number: 2, cell: { ...cell, outputs: [] }, error });
  expect(said()).toBe("\nn.ipynb, cell 2 of 9 (id c):\n\n    1 | a\n    2 | b\n\n  E: bad\n    at b\n\n");
});

test("an error whose traceback does not hold its message has both", () => {
  const { said, terminal: lines } = terminal(false);
  const cell = {
    cell_type: "code",
    id: "c",
    metadata: {},
    source: "x\n".repeat(60),
    execution_count: 1,
    outputs: [],
  } as const;
  lines.failure("n", 1, {
    number: 1,
    cell: { ...cell, outputs: [] },
    error: { output_type: "error", ename: "E", evalue: "bad", traceback: ["words"] },
  });
  expect(said()).toContain("\n  E: bad\n  words\n");
  expect(said()).toContain("\n   40 | x\n  ... 21 more lines\n");
});

test("what the cell has shown before it failed stands above the error, as text", () => {
  const { said, terminal: lines } = terminal(false);
  const shown = { output_type: "display_data", data: { "text/html": "<p>", "text/plain": "affine layer: 1 failed\n  dx" }, metadata: {} } as const;
  const cell = { cell_type: "code", id: "c", metadata: {}, source: "a", execution_count: 1, outputs: [shown] } as const;
  const error = { output_type: "error", ename: "E", evalue: "bad", traceback: ["E: bad"] } as const;
  lines.failure("n.ipynb", 9, { number: 2, cell: { ...cell, outputs: [...cell.outputs] }, error });
  expect(said()).toContain("\n    1 | a\n\n  affine layer: 1 failed\n    dx\n\n  E: bad\n");
});

const printed = (text: string, name: "stdout" | "stderr" = "stdout") => ({ output_type: "stream", name, text }) as const;
const codeCell = (...outputs: Output[]): CodeCell => ({ cell_type: "code", id: "c", metadata: {}, source: "a", execution_count: 1, outputs });

test("what a failed cell has printed stands there too, but for the error itself", () => {
  const { said, terminal: lines } = terminal(false);
  const error = { output_type: "error", ename: "E", evalue: "bad", traceback: ["E: bad\n  at b"] } as const;
  lines.failure("n.ipynb", 9, { number: 2, cell: codeCell(printed("x is 3\n"), printed("E: bad\n", "stderr"), error), error });
  expect(said()).toBe("\nn.ipynb, cell 2 of 9 (id c):\n\n    1 | a\n\n  x is 3\n\n  E: bad\n    at b\n\n");
});

test("the outputs of a cell as text, as a terminal would show them in the end", () => {
  const { said, terminal: lines } = terminal(false);
  const result = { output_type: "execute_result", execution_count: 1, data: { "text/html": "<p>", "text/plain": "[ 1 ]" }, metadata: {} } as const;
  const picture = { output_type: "display_data", data: { "image/png": "" }, metadata: {} } as const;
  lines.outputs(codeCell(printed("10 %\r20 %\ndone\n"), printed("\u001b[31mred\u001b[0m\n", "stderr"), picture, result));
  expect(said()).toBe("\n  20 %\n  done\n\n  red\n\n  [ 1 ]\n\n");
});

test("an empty line, and a task without a name", () => {
  const plain = terminal(false);
  plain.terminal.line();
  plain.terminal.tick("never shown");
  plain.terminal.endTick();
  expect(plain.said()).toBe("\n");
  const { said, terminal: lines } = terminal(true);
  lines.tick("printing");
  lines.endTick("other");
  expect(said()).toBe(`${clear}printing  0 s`);
  lines.endTick();
  lines.endTick();
  expect(said()).toBe(`${clear}printing  0 s${clear}`);
});

test("forty lines of source are shown whole", () => {
  const { said, terminal: lines } = terminal(false);
  const cell = { cell_type: "code", id: "c", metadata: {}, source: Array(40).fill("x").join("\n"), execution_count: 1, outputs: [] } as const;
  lines.failure("n", 1, { number: 1, cell: { ...cell, outputs: [] }, error: { output_type: "error", ename: "E", evalue: "bad", traceback: [] } });
  expect(said()).not.toContain("more lines");
  expect(said().endsWith("\n   40 | x\n\n  E: bad\n\n")).toBe(true);
});

test("paths are short below the working directory only", () => {
  const work = join("/", "work", "project");
  expect(shortPath(join(work, "out", "a.html"), work)).toBe(join("out", "a.html"));
  expect(shortPath(join("/", "work", "other", "a.html"), work)).toBe(join("/", "work", "other", "a.html"));
  expect(shortPath(join(work, "out", "odd.."), work)).toBe(join("out", "odd.."));
});
