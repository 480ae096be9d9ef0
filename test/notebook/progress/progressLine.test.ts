import { afterEach, describe, expect, it, vi } from "vitest";
import { progressHtml, type ProgressState, progressText } from "../../../src/notebook/progress/progressLine.js";

const state: ProgressState = { label: "Training", done: 1225, first: 0, total: 4900, unit: "", seconds: 10, status: "running", loss: undefined, trend: { means: [] }, best: undefined, warnings: [] };
const text = (changes: Partial<ProgressState>) => progressText({ ...state, ...changes });

afterEach(() => void vi.unstubAllEnvs());

describe("progressText", () => {
  it("is in the language of the notebook, and so is the page's line", () => {
    vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
    expect(text({ loss: 1.5, best: 0.4 })).toBe("훈련  25 % |█████               | 1225/4900 · 0:10, 0:30 남음 · 123/s · 손실 1.500  · 최고 정확도 0.400");
    expect(text({ done: 5, status: "stopped", warnings: ["x"] })).toMatch(/\| 5\/4900에서 멈춤 · 0:10 · 하나에 2\.0초\n주의: x$/);
    expect(progressHtml({ ...state, warnings: ["x"] })).toContain('aria-label="훈련"');
  });

  it("has bar, counts, time and rate", () => {
    expect(text({})).toBe("Training  25 % |█████               | 1225/4900 · 0:10, 0:30 left · 123/s");
    expect(text({ done: 0, seconds: 0 })).toBe("Training   0 % |                    | 0/4900 · 0:00");
  });

  it("has loss, its course and the best accuracy", () => {
    expect(text({ loss: 1.61803, trend: { means: [3, 2, 1] }, best: 0.3672 })).toMatch(/ · 123\/s · loss 1\.618 █▅▁ · best accuracy 0\.367$/);
    expect(text({ loss: NaN, trend: { means: [NaN] } })).toMatch(/ · loss NaN {2}$/);
  });

  it("has warnings below", () => {
    expect(text({ warnings: ["one", "two"] })).toMatch(/ · 123\/s\nWarning: one\nWarning: two$/);
  });

  it("draws the bar in eighths and keeps 100 % for the end", () => {
    expect(text({ done: 4899 })).toMatch(/^Training {2}99 % \|█{19}▉\|/);
    expect(text({ done: 33, total: 100 })).toMatch(/^Training {2}33 % \|█{6}▌ {13}\|/);
  });

  it("says how it ended", () => {
    expect(text({ done: 4900, status: "done", seconds: 40 })).toBe("Training 100 % |████████████████████| 4900/4900 · 0:40 · 123/s");
    expect(text({ status: "stopped" })).toBe("Training  25 % |█████               | stopped at 1225/4900 · 0:10 · 123/s");
  });

  it("shows long times, slow steps, units and unknown totals", () => {
    expect(text({ done: 2, total: 4, seconds: 3725 })).toMatch(/2\/4 · 1:02:05, 1:02:05 left · 1862\.5 s each$/);
    expect(text({ done: 71.4, total: 170.1, first: 51.4, unit: "MB", seconds: 20 })).toMatch(/71\.4\/170\.1 MB · 0:20, 1:39 left · 1 MB\/s$/);
    expect(text({ done: 7, total: undefined, seconds: 2 })).toBe("Training 7 · 0:02 · 3.5/s");
    expect(text({ done: 100, seconds: 1 })).toMatch(/ · 0:01, 0:48 left · 100\/s$/);
    expect(text({ done: 99.55, total: 200, seconds: 1 })).toMatch(/ 99\.5\/200 · 0:01, 0:01 left · 99\.5\/s$/);
    expect(text({ done: 1, total: 4, seconds: 2, unit: "MB" })).toMatch(/ 1\/4 MB · 0:02, 0:06 left · 0\.5 MB\/s$/);
    expect(text({ done: 1, total: 4, seconds: 2 })).toMatch(/ · 2\.0 s each$/);
    expect(text({ done: 5, total: 4, seconds: 2 })).toMatch(/^Training 100 % \|█{20}\| 5\/4 · 0:02, 0:00 left · 2\.5\/s$/);
    expect(text({ done: 3, first: 3, total: 4, seconds: 59.6 })).toMatch(/ 3\/4 · 1:00$/);
    expect(text({ done: 3, total: 4, seconds: 3600 })).toMatch(/ 3\/4 · 1:00:00, 20:00 left · 1200\.0 s each$/);
    expect(text({ done: 7, total: undefined, seconds: 2, unit: "MB" })).toBe("Training 7 MB · 0:02 · 3.5 MB/s");
    expect(text({ done: 0, total: 0 })).toMatch(/^Training 100 %/);
  });
});

describe("progressHtml", () => {
  it("is a progress element with a name, and the same words", () => {
    expect(progressHtml({ ...state, label: "<Train>", best: 0.5 })).toBe(
      '<div style="font-variant-numeric:tabular-nums">&lt;Train&gt; <progress aria-label="&lt;Train&gt;" value="0.250" max="1" style="width:12em;accent-color:#0072B2;vertical-align:middle"></progress> 25 % · 1225/4900 · 0:10, 0:30 left · 123/s · best accuracy 0.500</div>',
    );
  });

  it("has warnings below, as text", () => {
    const html = progressHtml({ ...state, warnings: ["<b>one</b>", "two"] });
    expect(html.split("</div>").slice(1)).toEqual([
      '<div style="border-left:3px solid #D55E00;padding-left:0.5em">Warning: &lt;b&gt;one&lt;/b&gt;',
      '<div style="border-left:3px solid #D55E00;padding-left:0.5em">Warning: two',
      "",
    ]);
  });

  it("changes its colour when stopped, and has no bar without a total once it is over", () => {
    expect(progressHtml({ ...state, status: "stopped" })).toContain("accent-color:#D55E00");
    expect(progressHtml({ ...state, total: undefined })).toMatch(/<progress aria-label="Training" style/);
    expect(progressHtml({ ...state, status: "done" })).toContain("accent-color:#0072B2");
    expect(progressHtml({ ...state, total: undefined, done: 7, status: "done" })).toBe('<div style="font-variant-numeric:tabular-nums">Training · 7 · 0:10 · 1.4 s each</div>');
    expect(progressHtml({ ...state, total: undefined, done: 7 })).toContain('middle"></progress> · 7 · 0:10 · ');
  });
});
