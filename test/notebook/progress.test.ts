import { describe, expect, it } from "vitest";
import { startProgress } from "../../src/notebook/progress.js";
import { FakeHost } from "./fakeHost.js";

const counts = (texts: readonly string[]) => texts.map((text) => /(stopped at )?\d+\/\d+/.exec(text)![0]);

describe("in a kernel", () => {
  it("shows one display, replaced at most four times a second, and the end at once", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "Sweep", total: 100 }, host);
    for (let i = 1; i <= 100; i++) {
      host.pass(10);
      progress.update(i);
    }
    progress.end();
    expect(counts(host.texts)).toEqual(["0/100", "25/100", "50/100", "75/100", "100/100", "100/100"]);
    expect(host.sent.map(({ update }) => update)).toEqual([false, true, true, true, true, true]);
    expect(new Set(host.sent.map(({ content }) => content.transient.display_id)).size).toBe(1);
    expect(host.texts.at(-1)).toMatch(/^Sweep 100 %.* 100\/100 · 0:01 · 100\/s$/);
  });

  it("slows to once a second in long work", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "Sweep", total: 1e6 }, host);
    const sentBy = (seconds: number) => {
      while (host.now() < seconds * 1000) {
        host.pass(10);
        progress.update(host.now());
      }
      return host.sent.length;
    };
    const before = sentBy(200);
    expect(sentBy(300) - before).toBe(100);
  });

  it("shows the loss, its course and the best accuracy of the last step", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "Training", total: 3 }, host);
    progress.update(1, { loss: 3, best: 0.1 });
    progress.update(2, { loss: 2, best: 0.25 });
    progress.end();
    expect(host.texts.at(-1)).toMatch(/stopped at 2\/3 · 0:00 · loss 2\.000 █▁ · best accuracy 0\.250$/);
  });

  it("says that work which never ended has stopped, once its cell is over", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "Training", total: 100 }, host);
    for (let i = 1; i <= 50; i++) {
      host.pass(100);
      progress.update(i);
    }
    host.idle(999);
    expect(counts(host.texts).at(-1)).toBe("48/100");
    host.idle(2000);
    expect(counts(host.texts).at(-1)).toBe("stopped at 50/100");
    const shown = host.sent.length;
    host.idle(10_000);
    expect(host.sent).toHaveLength(shown);
  });

  it("waits with one timer, and for a second after the last step", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "Training", total: 100 }, host);
    expect(host.timers).toBe(0);
    for (const step of [1, 2, 3]) {
      host.pass(300);
      progress.update(step);
      expect(host.timers).toBe(1);
    }
    host.idle(1000);
    expect([counts(host.texts).at(-1), host.timers]).toEqual(["3/100", 1]);
    host.idle(1000);
    expect([counts(host.texts).at(-1), host.timers]).toEqual(["stopped at 3/100", 0]);
  });

  it("says so at once where the kernel tells that it stops the cell", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "Training", total: 100 }, host);
    progress.update(50);
    host.interrupt();
    host.idle(5000);
    host.interrupt();
    expect(counts(host.texts)).toEqual(["0/100", "stopped at 50/100"]);
    progress.update(60);
    host.interrupt();
    progress.update(70);
    progress.end();
    host.interrupt();
    expect(counts(host.texts).slice(2)).toEqual(["60/100", "stopped at 60/100", "stopped at 70/100"]);
  });

  it("takes work that goes on after a pause as running again", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "Download", total: 100 }, host);
    host.idle(300);
    progress.update(10);
    host.idle(5000);
    progress.update(20);
    progress.update(100);
    progress.end();
    host.idle(5000);
    expect(counts(host.texts)).toEqual(["0/100", "10/100", "stopped at 10/100", "20/100", "100/100"]);
  });

  it("ends once", () => {
    const host = new FakeHost("kernel");
    const progress = startProgress({ label: "x", total: 1 }, host);
    progress.update(1);
    progress.end();
    progress.end();
    expect(host.sent).toHaveLength(2);
    expect(host.listeners).toBe(0);
  });
});

describe("elsewhere", () => {
  it("logs a line for each part, and one at the end", () => {
    const host = new FakeHost("terminal");
    const lines: string[] = [];
    const progress = startProgress({ label: "Sweep", total: 10, lines: 5, log: (line) => lines.push(line) }, host);
    for (let i = 1; i <= 10; i++) progress.update(i);
    progress.end();
    expect(counts(lines)).toEqual(["2/10", "4/10", "6/10", "8/10", "10/10"]);
  });

  it("logs every ten seconds where nobody knows the total", () => {
    const host = new FakeHost("terminal");
    const lines: string[] = [];
    const progress = startProgress({ label: "Reading", log: (line) => lines.push(line) }, host);
    for (let i = 1; i <= 25; i++) {
      host.pass(1000);
      progress.update(i);
    }
    progress.end();
    expect(lines).toEqual(["Reading 10 · 0:10 · 1/s", "Reading 20 · 0:20 · 1/s", "Reading 25 · 0:25 · 1/s"]);
  });
});

describe("startProgress", () => {
  it("shows nothing when off", () => {
    for (const place of ["kernel", "terminal"] as const) {
      const host = new FakeHost(place);
      const lines: string[] = [];
      const progress = startProgress({ label: "x", total: 2, enabled: false, log: (line) => lines.push(line) }, host);
      progress.update(1);
      host.pass(9999);
      progress.update(2);
      progress.end();
      expect([host.sent, lines]).toEqual([[], []]);
    }
  });

  it("refuses totals that cannot be reached", () => {
    expect(() => startProgress({ label: "x", total: NaN })).toThrow(new RangeError("startProgress: expected total to be a number of 0 or more, got NaN"));
    expect(() => startProgress({ label: "x", total: 5, first: 6 })).toThrow(new RangeError("startProgress: expected total to be a number of 6 or more, got 5"));
  });
});
