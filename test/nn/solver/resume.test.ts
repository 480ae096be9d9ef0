import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { encodeNpz, decodeNpz } from "../../../src/numeric/npz/npy.js";
import { NDArray, RandomState, sgd, Solver, type SolverOptions, TwoLayerNet, type UpdateRule, type UpdateRuleName, zeros } from "../../../src/index.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const drawn = new RandomState(5);
const X = drawn.randn(50, 4);
const y = drawn.randint(0, 3, 50);
const data = { XTrain: X.slice(0, 30), yTrain: y.slice(0, 30), XVal: X.slice(30), yVal: y.slice(30) };
const net = (seed = 1, options = {}) =>
  new TwoLayerNet({ inputDim: 4, hiddenDim: 5, numClasses: 3, weightScale: 0.5, reg: 0.1, random: new RandomState(seed), ...options });

/** A run of 4 epochs with 3 steps each, with checkpoints under the name "run". */
function train(options: SolverOptions = {}): { solver: Solver; lines: string[] } {
  const lines: string[] = [];
  const solver = new Solver(net(), data, {
    numEpochs: 4, batchSize: 10, numTrainSamples: 20, numValSamples: 15, lrDecay: 0.9, optimConfig: { learningRate: 0.01 },
    printEvery: 1, random: new RandomState(3), log: (line) => lines.push(line), checkpointName: join(folder, "run"), ...options,
  });
  solver.train();
  return { solver, lines };
}
const checkpoint = (epoch: number, name = "run") => join(folder, `${name}_epoch_${epoch}.npz`);

/** All that a run has come to. */
const outcome = (solver: Solver) => ({
  params: solver.model.params, best: solver.bestParams, configs: solver.optimConfigs, epoch: solver.epoch,
  losses: solver.lossHistory, train: solver.trainAccHistory, val: solver.valAccHistory, bestValAcc: solver.bestValAcc,
  warnings: solver.warnings, random: solver.options.random.getState(),
});

const halving: UpdateRule = (w, dw, config = {}, out) => {
  const { calls = 0 } = config as { calls?: number };
  const next = w.sub(dw.mul(0.1 / (1 + calls)));
  (out ?? next).data.set(next.data);
  return [out ?? next, { ...config, calls: calls + 1 } as object];
};

describe("Solver.resume goes on to the same bits", () => {
  it.each<UpdateRuleName>(["sgd", "sgdMomentum", "rmsprop", "adam"])("with %s, from any epoch, printing the lines that were left", (updateRule) => {
    const { solver: whole, lines } = train({ updateRule });
    for (let epoch = 0; epoch <= 4; epoch++) {
      const rest: string[] = [];
      const resumed = Solver.resume(checkpoint(epoch), net(2), data, { log: (line) => rest.push(line) });
      expect(resumed.epoch).toBe(epoch);
      resumed.train();
      expect(outcome(resumed)).toEqual(outcome(whole));
      expect(rest).toEqual(lines.slice(lines.findIndex((line) => line.startsWith(`(Epoch ${epoch} `)) + 1));
    }
  });

  it("in float32, and writes the same checkpoints again", () => {
    const solver = new Solver(net(1, { dtype: "float32" }), data, { numEpochs: 3, batchSize: 10, verbose: false, checkpointName: join(folder, "single") });
    solver.train();
    const last = readFileSync(checkpoint(3, "single"));
    rmSync(checkpoint(3, "single"));
    const resumed = Solver.resume(checkpoint(1, "single"), net(9, { dtype: "float32" }), data);
    resumed.train();
    expect(outcome(resumed)).toEqual(outcome(solver));
    expect(readFileSync(checkpoint(3, "single")).equals(last)).toBe(true);
  });

  it("with a rule of one's own, given again", () => {
    const { solver } = train({ updateRule: halving });
    const resumed = Solver.resume(checkpoint(2), net(2), data, { updateRule: halving, verbose: false });
    resumed.train();
    expect(outcome(resumed)).toEqual(outcome(solver));
  });

  it("with a rule that remembers more than numbers", () => {
    const updateRule: UpdateRule = (w, dw, config = {}, out) => {
      const [next] = halving(w, dw, {}, out);
      const { name = "", isOn = false } = config as { name?: string; isOn?: boolean };
      return [next, { name: `${name}x`, isOn: !isOn, nothing: undefined } as object];
    };
    const { solver } = train({ updateRule });
    expect(solver.optimConfigs.W1).toEqual({ name: "x".repeat(12), isOn: false, nothing: undefined });
    const resumed = Solver.resume(checkpoint(3), net(2), data, { updateRule, verbose: false });
    expect(resumed.optimConfigs.W1).toEqual({ name: "x".repeat(9), isOn: true });
    resumed.train();
    expect(outcome(resumed)).toEqual(outcome(solver));
  });

  it("for more epochs, as a run that was to be longer from the start", () => {
    const { solver: longer } = train({ numEpochs: 6, checkpointName: null });
    train();
    for (const epoch of [2, 4]) {
      const resumed = Solver.resume(checkpoint(epoch), net(2), data, { numEpochs: 6, verbose: false });
      resumed.train();
      expect(outcome(resumed)).toEqual(outcome(longer));
    }
  });

  it("in the second of two trainings, and after the end of what was resumed", () => {
    const { solver: whole } = train({ verbose: false });
    whole.train();
    const resumed = Solver.resume(checkpoint(6), net(2), data);
    expect(resumed.lossHistory).toHaveLength(18);
    resumed.train();
    expect(outcome(resumed)).toEqual(outcome(whole));
    whole.train();
    resumed.train();
    expect(resumed.lossHistory).toHaveLength(36);
    expect(outcome(resumed)).toEqual(outcome(whole));
  });

  it("with a random state that others draw from too", () => {
    const { solver } = train({ verbose: false });
    const random = new RandomState(77);
    const resumed = Solver.resume(checkpoint(1), net(2), data, { random });
    resumed.train();
    expect(random.getState()).toEqual(solver.options.random.getState());
    expect(resumed.options.random).toBe(random);
  });

  it("with warnings told before the stop, which are not told again", () => {
    const { solver, lines } = train({ optimConfig: { learningRate: 30 }, numEpochs: 2 });
    expect(solver.warnings.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.startsWith("Warning: "))).toHaveLength(solver.warnings.length);
    const rest: string[] = [];
    const resumed = Solver.resume(checkpoint(1), net(2), data, { log: (line) => rest.push(line) });
    expect(resumed.warnings.length).toBeGreaterThan(0);
    resumed.train();
    expect(outcome(resumed)).toEqual(outcome(solver));
  });
});

describe("Solver.resume goes on with the options of the run", () => {
  it("unless told, and prints to the console", () => {
    const { solver } = train();
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    const resumed = Solver.resume(checkpoint(3), net(2), data);
    const { log: _log, random: _random, optimConfig: _optimConfig, ...options } = resumed.options;
    const { log: _, random: __, optimConfig: ___, ...expected } = solver.options;
    expect(options).toEqual(expected);
    resumed.train();
    expect(printed).toHaveBeenCalledTimes(4);
    expect(printed.mock.calls[0][0]).toMatch(/^\(Iteration 10 \/ 12\) loss: /);
    printed.mockRestore();
  });

  it("and with the checkpoints of the name that the file has now", () => {
    train({ verbose: false });
    const named = (name: string) => {
      const path = join(folder, name);
      copyFileSync(checkpoint(2), path);
      return Solver.resume(path, net(2), data).options.checkpointName;
    };
    expect(named("other_epoch_2.npz")).toBe(join(folder, "other"));
    // Windows knows no such name
    if (process.platform !== "win32") expect(named("two\nlines_epoch_12.npz")).toBe(join(folder, "two\nlines"));
    expect(named("a_epoch_1.npz_epoch_2.npz")).toBe(join(folder, "a_epoch_1.npz"));
    for (const name of ["kept.npz", "other_epoch_2.npz.bak", "other_epoch_x.npz", "other_epoch_2xnpz"]) expect(named(name)).toBe(join(folder, "run"));
    expect(Solver.resume(checkpoint(2), net(2), data, { checkpointName: null }).options.checkpointName).toBe(null);
  });

  it("and with the rule of that name, also where it is given again", () => {
    train({ verbose: false });
    expect(Solver.resume(checkpoint(2), net(2), data, { updateRule: sgd }).options.updateRule).toBe(sgd);
  });
});

describe("Solver.resume refuses, and changes nothing", () => {
  function refuses(path: string, error: Error, { model = net(), given = data, options = {} }: { model?: TwoLayerNet; given?: typeof data; options?: object } = {}): void {
    const before = model.params.W1.copy();
    const random = new RandomState(8);
    expect(() => Solver.resume(path, model, given, { random, ...options })).toThrow(error);
    expect(model.params.W1).toEqual(before);
    expect(random.getState()).toEqual(new RandomState(8).getState());
  }

  const asMade = "make model and data as they were made for that run";
  const notOne = (path: string, got: string) =>
    new RangeError(`Solver.resume: expected ${path} to be a checkpoint as this version writes it, got ${got}; train again with the option checkpointName, or resume an earlier epoch`);

  /** A copy of the checkpoint with its state changed. */
  function withState(change: (state: Record<string, unknown>) => void): string {
    const arrays = decodeNpz(readFileSync(checkpoint(2)), "checkpoint");
    const state = JSON.parse(Buffer.from(arrays.state!.data).toString());
    change(state);
    const bytes = Uint8Array.from(Buffer.from(JSON.stringify(state)));
    writeFileSync(join(folder, "changed.npz"), encodeNpz({ ...arrays, state: new NDArray(bytes, [bytes.length]) }));
    return join(folder, "changed.npz");
  }

  it("a file that is not there", () => {
    refuses(checkpoint(9), new Error(
      `Solver.resume: could not read ${checkpoint(9)} (there is no such file); give the path of a checkpoint, which the Solver's option checkpointName names <name>_epoch_<n>.npz`,
    ));
  });

  it("a file that is cut off, has a flipped bit, or is none", () => {
    train({ verbose: false });
    const whole = readFileSync(checkpoint(2));
    const path = join(folder, "damaged.npz");
    const flipped = Buffer.from(whole);
    flipped[whole.indexOf("fortran_order") + 150] ^= 1;
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 1000), flipped, Buffer.from("text"), Buffer.alloc(0)]) {
      writeFileSync(path, bytes);
      refuses(path, new RangeError(
        `Solver.resume: ${path}: expected an .npz file (a zip of arrays, as model.save or np.savez writes it), got something else or a damaged one`,
      ));
    }
  });

  it("what is no checkpoint", () => {
    train({ verbose: false });
    const weights = net().save(join(folder, "weights"));
    refuses(weights, notOne(weights, "arrays alone; read parameters with model.load"));
    const older = withState((state) => delete state.format);
    refuses(older, notOne(older, 'no such "format" in its state'));
    refuses(withState((state) => (state.watch = null)), notOne(older, 'no such "watch" in its state'));
    refuses(withState((state) => (state.random = { key: [] })), notOne(older, "setState: expected key to hold 624 words, got 0"));
    refuses(withState((state) => (state.iteration = 100)), notOne(older, "fewer losses than iterations"));
    for (const missing of [["W1"], ["W1", "W2", "b1", "b2"]]) {
      const without = withState((state) => missing.forEach((name) => delete (state.optimConfigs as Record<string, unknown>)[name]));
      refuses(without, notOne(older, "a parameter without its config"));
    }
    refuses(withState((state) => (state.optimConfigs = { ...(state.optimConfigs as object), W3: {} })), notOne(older, "a config without its parameter"));
    const arrays = decodeNpz(readFileSync(checkpoint(2)), "checkpoint");
    writeFileSync(older, encodeNpz({ ...arrays, "best/W1": zeros([1, 1]) }));
    refuses(older, notOne(older, "other parameters as the best than as the last ones"));
    writeFileSync(older, encodeNpz({ ...arrays, valAccHistory: zeros([1, 1]) }));
    refuses(older, notOne(older, "no valAccHistory"));
    const { lossHistory: _, ...withoutLosses } = arrays;
    writeFileSync(older, encodeNpz(withoutLosses));
    refuses(older, notOne(older, "no lossHistory"));
  });

  it("another model", () => {
    train({ verbose: false });
    refuses(checkpoint(2), new RangeError(
      "Solver.resume: expected a model with the parameters W1 (4, 5) float64, W2 (5, 3) float64, b1 (5,) float64, b2 (3,) float64, " +
      `as in ${checkpoint(2)}, got W1 (4, 6) float32, W2 (6, 3) float32, b1 (6,) float32, b2 (3,) float32; ${asMade}`,
    ), { model: net(1, { hiddenDim: 6, dtype: "float32" }) });
    refuses(checkpoint(2), new RangeError(`Solver.resume: expected a model with reg 0.1, as in ${checkpoint(2)}, got reg 0.2; ${asMade}`), { model: net(1, { reg: 0.2 }) });
    refuses(checkpoint(2), new RangeError(`Solver.resume: expected a model with reg 0.1, as in ${checkpoint(2)}, got alpha "x", reg 0.1; ${asMade}`), { model: Object.assign(net(), { alpha: "x" }) });
    const bare = net();
    const { params } = bare;
    const { reg: _, ...withoutReg } = { params, reg: 0, scores: bare.scores.bind(bare), loss: bare.loss.bind(bare) };
    refuses(checkpoint(2), new RangeError(`Solver.resume: expected a model with reg 0.1, as in ${checkpoint(2)}, got no settings; ${asMade}`), { model: withoutReg as TwoLayerNet });
  });

  it("other data", () => {
    train({ verbose: false });
    refuses(checkpoint(2), new RangeError(
      `Solver.resume: expected XTrain and XVal of shapes (30, 4) and (20, 4), as in ${checkpoint(2)}, got (29, 4) and (20, 4); ${asMade}`,
    ), { given: { ...data, XTrain: X.slice(0, 29), yTrain: y.slice(0, 29) } });
    refuses(checkpoint(2), new RangeError(
      `Solver.resume: expected the labels that ${checkpoint(2)} was trained with, got others, or in another order; make the data as it was made for that run`,
    ), { given: { ...data, yVal: y.slice(0, 20) } });
  });

  it("an update rule that is missing, too many, or unknown", () => {
    train({ verbose: false, updateRule: halving });
    refuses(checkpoint(2), new TypeError(
      `Solver.resume: expected the option updateRule, as ${checkpoint(2)} was trained with a rule of your own (halving); give that function again`,
    ));
    train({ verbose: false, updateRule: [halving].map((rule): UpdateRule => (...step) => rule(...step))[0] });
    refuses(checkpoint(2), new TypeError(
      `Solver.resume: expected the option updateRule, as ${checkpoint(2)} was trained with a rule of your own (a function without a name); give that function again`,
    ));
    train({ verbose: false });
    refuses(checkpoint(2), new TypeError(`Solver.resume: expected no option updateRule, as ${checkpoint(2)} goes on with sgd`), { options: { updateRule: halving } });
    const path = withState((state) => ((state.options as Record<string, unknown>).updateRule = "adagrad"));
    refuses(path, new RangeError('Solver: unknown update rule "adagrad"; Valid: "sgd", "sgdMomentum", "rmsprop", "adam"'));
  });

  it("options that would change the run, and fewer epochs than are done", () => {
    train({ verbose: false });
    expect(() => Solver.resume(checkpoint(2), net(), data, { batchSize: 5 } as object)).toThrow(/^Solver\.resume: unknown option "batchSize"; Valid: /);
    refuses(checkpoint(2), new RangeError(`Solver.resume: expected numEpochs to be 2 or more, which ${checkpoint(2)} has done, got 1`), { options: { numEpochs: 1 } });
  });
});

describe("writing a checkpoint refuses", () => {
  it("what the file could not hold", () => {
    const updateRule: UpdateRule = (w, _, config = {}) => [w, { ...config, history: [1, 2] } as object];
    expect(() => train({ verbose: false, updateRule })).toThrow(new TypeError(
      "Solver: expected the update rule to keep finite numbers, texts, truth values and arrays (NDArray) in its config, " +
      "got something else as history of W1: a checkpoint could not hold it. Keep it in another form, or train without checkpointName",
    ));
  });
});
