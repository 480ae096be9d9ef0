import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CellCompiler } from "../../../src/jupyter/kernel/cellCompiler.js";
import { CellSources } from "../../../src/jupyter/kernel/cellSources.js";

const compiler = new CellCompiler(new CellSources());
const names: Record<string, unknown> = {};
afterAll(() => compiler.close());

/** Runs a cell after those before it, and returns the names that it exports. */
function cell(source: string): Record<string, unknown> {
  compiler.begin("Cell");
  const { output, diagnostics } = compiler.convert("ignored", source);
  expect([source, diagnostics]).toEqual([source, []]);
  new Function("exports", output!)(names);
  return names;
}

beforeAll(() => void cell("function gradients() { return { dx: 1, dw: 2, db: 3 }; }\nlet x = 5, sum = 0;\nconst loss = 0.5;"));

describe("names of earlier cells", () => {
  it("stand in shorthand properties", () => {
    expect(cell("const pair = { x, loss, sum: 1 };")["pair"]).toEqual({ x: 5, loss: 0.5, sum: 1 });
    expect(cell("const made = [1, 2].map((loss) => ({ x, loss }));")["made"]).toEqual([{ x: 5, loss: 1 }, { x: 5, loss: 2 }]);
  });

  it("are told from the names of properties, in patterns", () => {
    expect(cell("const { dx, dw: dW } = gradients();")).toMatchObject({ dx: 1, dW: 2 });
    expect(cell("const { dw: dW2, ...others } = gradients();")).toMatchObject({ dW2: 2, others: { dx: 1, db: 3 } });
    expect(cell("const of = ({ x }: { x: number }) => { const loss = 1; return { x, loss }; };\nconst ofNine = of({ x: 9 });")["ofNine"]).toEqual({ x: 9, loss: 1 });
  });

  it("are assigned to by patterns, with what stands in for a missing property", () => {
    expect(cell("({ dx: x, db: sum } = gradients());")).toMatchObject({ x: 1, sum: 3 });
    expect(cell("let missing: { x?: number } = {};\n({ x = loss * 4 } = missing);")["x"]).toBe(2);
    expect(cell("({ x } = { x: 8 });")["x"]).toBe(8);
  });
});
