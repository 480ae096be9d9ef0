import { describe, expect, it } from "vitest";
import { RandomState } from "../../../src/index.js";
import { FORMAT, stateProblem } from "../../../src/nn/checkpoint/checkpointState.js";

const warning = { kind: "divergence", iteration: 0, message: "the loss has gone up" };
const good = {
  format: FORMAT,
  epoch: 0,
  iteration: 1,
  bestValAcc: 0.5,
  options: { batchSize: 10, updateRule: "sgd", verbose: true, checkpointName: null },
  isOwnRule: false,
  modelSettings: { reg: 0.1, name: "net", frozen: false },
  data: { XTrain: [30, 4], XVal: [20, 4], labels: "00ff" },
  watch: { meanLoss: null, bestLoss: 2.3, silentSteps: { b1: 0, b2: 3 }, lastCheck: "", warnings: [warning] },
  optimConfigs: { W1: { learningRate: 0.1, t: 3, name: "W1", nesterov: true }, b1: {} },
  random: { ...new RandomState(1).getState() },
};

describe("stateProblem", () => {
  it("has nothing against a state that a checkpoint holds", () => {
    expect(stateProblem(good)).toBe(null);
    expect(stateProblem(JSON.parse(JSON.stringify(good)))).toBe(null);
    expect(stateProblem({ ...good, bestValAcc: 0, watch: { ...good.watch, meanLoss: 2, bestLoss: null, warnings: [] } })).toBe(null);
    expect(stateProblem({ ...good, bestValAcc: 1, data: { ...good.data, XTrain: [] } })).toBe(null);
  });

  it.each([null, undefined, 5, "state", [good]])("is the state itself where that is %j", (state) => {
    expect(stateProblem(state)).toBe("state");
  });

  it.each(Object.keys(good))("is the part that is missing: %s", (part) => {
    const { [part]: _missing, ...rest } = good as Record<string, unknown>;
    expect(stateProblem(rest)).toBe(part);
  });

  it("is the first of several", () => {
    expect(stateProblem({ ...good, watch: null, epoch: -1, random: 3 })).toBe("epoch");
  });

  it.each<[string, readonly unknown[]]>([
    ["format", [FORMAT - 1, String(FORMAT)]],
    ["epoch", [-1, 1.5, "0", 2 ** 53, null]],
    ["iteration", [0, -1, 1.5, "1"]],
    ["bestValAcc", [-0.1, 1.1, NaN, "0.5", null]],
    ["options", [null, [], "options", { batchSize: [10] }, { batchSize: 10, updateRule: [] }, { optimConfig: {} }]],
    ["isOwnRule", [0, "false", null]],
    ["modelSettings", [null, [], { reg: null }, { reg: [0.1] }, { reg: 0.1, name: {} }]],
    ["optimConfigs", [null, [], { W1: null }, { W1: [] }, { W1: { t: null } }, { W1: {}, b1: { t: [1] } }]],
    ["random", [null, [], 5]],
  ])("refuses %s other than it is written: %j", (part, values) => {
    for (const value of values) expect(stateProblem({ ...good, [part]: value }), JSON.stringify(value)).toBe(part);
  });

  it.each<["data" | "watch", string, readonly unknown[]]>([
    ["data", "XTrain", [undefined, null, 30, {}, ["30"], [30, -4], [30, 1.5]]],
    ["data", "XVal", [undefined, 20, ["20"], [20, -4]]],
    ["data", "labels", [undefined, 5, null]],
    ["watch", "meanLoss", [undefined, "2", [], true, NaN, Infinity]],
    ["watch", "bestLoss", [undefined, "2", NaN]],
    ["watch", "silentSteps", [undefined, null, [], { b1: -1 }, { b1: 0, b2: "3" }]],
    ["watch", "lastCheck", [undefined, null, 0]],
    ["watch", "warnings", [undefined, null, {}, "none", [null], [warning, "divergence"]]],
  ])("refuses %s with another %s", (part, name, values) => {
    for (const value of values) {
      expect(stateProblem({ ...good, [part]: { ...good[part], [name]: value } }), JSON.stringify(value)).toBe(part);
    }
  });

  it("refuses data and watch that are no records, and warnings without their parts", () => {
    for (const part of ["data", "watch"]) {
      for (const value of [null, [], 5]) expect(stateProblem({ ...good, [part]: value })).toBe(part);
    }
    for (const broken of [{ kind: 1 }, { iteration: -1 }, { message: null }]) {
      expect(stateProblem({ ...good, watch: { ...good.watch, warnings: [{ ...warning, ...broken }] } })).toBe("watch");
    }
  });
});
