import { describe, expect, it } from "vitest";
import type { SweepState } from "../../src/study/index.js";
import { sweepProgress } from "../../src/notebook/sweepProgress.js";
import { FakeHost } from "./fakeHost.js";

const state = (iteration: number): SweepState => ({
  iteration, numIterations: 200, rung: 1, numRungs: 3, runs: 4, numRuns: 13, bestValAcc: 0.4375,
});

describe("sweepProgress", () => {
  it("logs iterations and the best accuracy outside a kernel", () => {
    const lines: string[] = [];
    const progress = sweepProgress({ log: (line) => lines.push(line) }, new FakeHost("terminal"));
    for (const iteration of [5, 30, 200]) progress.update(state(iteration));
    progress.end();
    expect(lines.map((line) => /^Sweep +\d+ %/.exec(line)![0])).toEqual(["Sweep  15 %", "Sweep 100 %"]);
    expect(lines.at(-1)).toMatch(/ 200\/200 · .* · best accuracy 0\.438$/);
  });

  it("shows where a sweep stopped, and begins a new line for the next", () => {
    const host = new FakeHost("kernel");
    const progress = sweepProgress({ label: "Coarse search" }, host);
    progress.update(state(60));
    progress.end();
    expect(host.texts.at(-1)).toMatch(/^Coarse search .* stopped at 60\/200/);
    progress.update(state(200));
    progress.end();
    expect(host.texts.at(-1)).toMatch(/^Coarse search 100 %/);
    expect(new Set(host.sent.map(({ content }) => content.transient.display_id)).size).toBe(2);
  });

  it("has nothing to end before the first step", () => {
    const host = new FakeHost("kernel");
    sweepProgress({}, host).end();
    expect(host.sent).toEqual([]);
  });

  it("can be off", () => {
    const host = new FakeHost("kernel");
    const progress = sweepProgress({ enabled: false }, host);
    progress.update(state(60));
    progress.end();
    expect(host.sent).toEqual([]);
  });
});
