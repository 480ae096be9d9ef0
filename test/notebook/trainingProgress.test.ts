import { describe, expect, it } from "vitest";
import { RandomState, Solver, TwoLayerNet, zeros } from "../../src/index.js";
import { trainingProgress } from "../../src/notebook/trainingProgress.js";
import { FakeHost } from "./fakeHost.js";

function solver(options: object) {
  const random = new RandomState(0);
  const X = random.randn(20, 4);
  const y = random.randint(0, 3, [20]);
  const model = new TwoLayerNet({ inputDim: 4, hiddenDim: 5, numClasses: 3, random });
  return new Solver(model, { XTrain: X, yTrain: y, XVal: X, yVal: y }, { batchSize: 5, numEpochs: 3, verbose: false, random, ...options });
}

describe("trainingProgress", () => {
  it("logs a line for each epoch outside a kernel", () => {
    const lines: string[] = [];
    solver({ progress: trainingProgress({ log: (line) => lines.push(line) }, new FakeHost("terminal")) }).train();
    const ofProgress = lines.filter((line) => line.startsWith("Training "));
    expect(ofProgress.map((line) => /\d+\/\d+/.exec(line)![0])).toEqual(["4/12", "8/12", "12/12"]);
    expect(ofProgress[2]).toMatch(/^Training 100 % .* · loss \d\.\d+ [▁-█]{12} · best accuracy \d\.\d{3}$/);
  });

  it("gives each call of train a display of its own", () => {
    const host = new FakeHost("kernel");
    const twice = solver({ progress: trainingProgress({ label: "Again" }, host) });
    twice.train();
    twice.train();
    const ids = host.sent.map(({ content }) => content.transient.display_id);
    expect(new Set(ids).size).toBe(2);
    expect(host.texts.filter((text) => text.startsWith("Again 100 %"))).toHaveLength(2);
  });

  it("says where a training stopped that diverged", () => {
    const host = new FakeHost("kernel");
    const diverging = solver({ progress: trainingProgress({}, host), optimConfig: { learningRate: 1e200 } });
    expect(() => diverging.train()).toThrow();
    expect(host.texts.at(-1)).toMatch(/stopped at \d+\/12/);
  });

  describe("of a training in trouble", () => {
    // the labels have nothing to do with the inputs, and a rate of 0 learns nothing: one class for all
    const inTrouble = (options: object) => {
      const random = new RandomState(0);
      const X = zeros([40, 2]);
      const y = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 1 : 0));
      const model = new TwoLayerNet({ inputDim: 2, hiddenDim: 3, numClasses: 2, random });
      return new Solver(model, { XTrain: X, yTrain: y, XVal: X, yVal: y }, { batchSize: 10, numEpochs: 3, verbose: false, random, ...options });
    };

    it("keeps the warning in sight below the line", () => {
      const host = new FakeHost("kernel");
      const solver = inTrouble({ progress: trainingProgress({}, host) });
      solver.train();
      const messages = solver.warnings.map(({ message }) => message);
      expect(messages[0]).toMatch(/^every validation example is predicted to be class \d/);
      expect(host.texts.at(-1)!.split("\n").slice(1)).toEqual(messages.map((message) => `Warning: ${message}`));
      expect(host.sent.at(-1)!.content.data["text/html"]).toContain("Warning: every validation example is predicted");
    });

    it("logs it once outside a kernel", () => {
      const lines: string[] = [];
      inTrouble({ progress: trainingProgress({ log: (line) => lines.push(line) }, new FakeHost("terminal")) }).train();
      expect(lines.filter((line) => line.includes("Warning: every validation"))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith("Training "))).toHaveLength(3);
    });

    it("leaves it to a verbose Solver to print it", () => {
      const host = new FakeHost("kernel");
      const lines: string[] = [];
      inTrouble({ verbose: true, log: (line: string) => lines.push(line), progress: trainingProgress({}, host) }).train();
      expect(lines.filter((line) => line.startsWith("Warning: every validation"))).toHaveLength(1);
      expect(host.texts.filter((text) => text.includes("Warning"))).toEqual([]);
    });
  });

  it("has nothing to end before the first step", () => {
    const host = new FakeHost("kernel");
    trainingProgress({}, host).end();
    expect(host.sent).toEqual([]);
  });

  it("can be off", () => {
    const host = new FakeHost("kernel");
    solver({ progress: trainingProgress({ enabled: false }, host) }).train();
    expect(host.sent).toEqual([]);
  });
});
