import { expect, test, vi } from "vitest";
import { nodeCompiler } from "../../../src/jupyter/kernel/nodeCompiler.js";
import type { CellRunner } from "../../../src/jupyter/session/cellRunner.js";
import { CellSources } from "../../../src/jupyter/session/cellSources.js";
import { warmUpSteps } from "../../../src/jupyter/session/warmUp.js";

test("the warm-up compiles what is right, loads the library, and leaves no names behind", () => {
  const compiler = nodeCompiler(new CellSources());
  const check = vi.spyOn(compiler.cells, "check");
  const load = vi.fn();
  const steps = [...warmUpSteps({ compiler, load } as unknown as CellRunner, 1)];
  for (const { value } of check.mock.results) expect(value).toEqual([]);
  expect(load.mock.calls).toEqual([["two-layer-net"], ["two-layer-net/notebook"]]);
  expect(compiler.cells.has("model")).toBe(false);
  // Files of Node's are among what was read ahead.
  expect(steps.length).toBeGreaterThan(60);
}, 120_000);

test("it ends early where the library is not found", () => {
  const cells = { check: vi.fn((source: string) => (source.includes("import") ? [{}] : [])), complete: vi.fn() };
  const load = vi.fn();
  expect([...warmUpSteps({ compiler: { cells }, load } as unknown as CellRunner, 1)]).toHaveLength(1);
  expect(load).not.toHaveBeenCalled();
});
