/** Each experiment shows what it claims, and its control does not. */
import { describe, expect, it } from "vitest";
import { preset, type PresetName, stepsToSee } from "../../../src/play/playground/presets.js";
import { type Measures, Run } from "../../../src/play/playground/run.js";
import type { Settings } from "../../../src/play/playground/settings.js";

interface Seen extends Measures {
  readonly deadShare: number;
  readonly gap: number;
  readonly loss: number;
}

function see(name: PresetName, change: Partial<Settings> = {}): Seen {
  const run = new Run({ ...preset(name), ...change });
  for (let i = 0; i < stepsToSee(name); i++) run.step();
  const measures = run.measure();
  const loss = run.losses.slice(-20).reduce((sum, value) => sum + value, 0) / Math.min(run.losses.length, 20);
  return { ...measures, loss, gap: measures.trainAcc! - measures.testAcc!, deadShare: measures.dead.filter(Boolean).length / measures.dead.length };
}

describe.each([1, 2])("seed %d", (seed) => {
  it("a good start learns", () => expect(see("start", { seed }).testAcc).toBeGreaterThan(0.93));

  it("one step that is too large kills more than half of the units, and few where inputs are centred", () => {
    const { deadShare } = see("dead", { seed });
    expect(deadShare).toBeGreaterThan(0.5);
    expect(deadShare).toBeGreaterThan(new Run({ ...preset("dead"), seed }).measure().dead.filter(Boolean).length / 20 + 0.2);
    expect(see("dead", { seed, centred: true }).deadShare).toBeLessThan(0.3);
  });

  it("inputs off centre leave nothing to learn with, at a rate that learns where they are centred", () => {
    expect(see("offCentre", { seed })).toMatchObject({ deadShare: 1, trainAcc: 0.5 });
    const control = see("offCentre", { seed, centred: true });
    expect(control.deadShare).toBeLessThan(0.2);
    expect(control.testAcc).toBeGreaterThan(0.93);
  });

  it("large weights saturate tanh and spoil the test, small ones do neither", () => {
    const [large, small] = [see("saturated", { seed }), see("saturated", { seed, weightScale: 0.5 })];
    expect(large.shut).toBeGreaterThan(0.5);
    expect(small.shut).toBeLessThan(0.1);
    expect(small.testAcc! - large.testAcc!).toBeGreaterThan(0.05);
  });

  it("two units underfit three arms without a gap, thirty do not", () => {
    const under = see("underfitting", { seed });
    expect(under.trainAcc).toBeLessThan(0.75);
    expect(Math.abs(under.gap)).toBeLessThan(0.1);
    expect(see("underfitting", { seed, hiddenDim: 30 }).testAcc).toBeGreaterThan(0.85);
  });

  it("fifty units learn thirty noisy points by heart; more points or regularisation close the gap", () => {
    const over = see("overfitting", { seed });
    expect(over.gap).toBeGreaterThan(0.2);
    expect(see("overfitting", { seed, numTraining: 500 }).gap).toBeLessThan(over.gap / 2);
    expect(see("overfitting", { seed, reg: 0.1 }).gap).toBeLessThan(over.gap - 0.05);
  });

  it("regularisation leaves no weights, and a loss of log 2; a hundredth of it learns", () => {
    const nothing = see("regularised", { seed });
    expect(Math.max(...nothing.weights)).toBeLessThan(0.05);
    expect(nothing.loss).toBeCloseTo(Math.LN2, 1);
    expect(see("regularised", { seed, reg: 0.02 }).testAcc).toBeGreaterThan(0.9);
  });
});
