/** The Solver's options: defaults, and what is accepted. */
import { checkCount, checkFunction, checkPositive } from "../../numeric/arguments/check.js";
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { findUpdateRule } from "../optim/findUpdateRule.js";
import type { SettledOptions, SolverOptions } from "./solverOptions.js";

/**
 * @throws {TypeError} if an option has an unknown name or is of another kind
 * @throws {RangeError} if an update rule is unknown or a value is out of range
 */
export function settleOptions(options: SolverOptions): SettledOptions {
  const filled = fillOptions<Required<SolverOptions>>("Solver", options, {
    updateRule: "sgd",
    optimConfig: {},
    lrDecay: 1,
    batchSize: 100,
    numEpochs: 10,
    numTrainSamples: 1000,
    numValSamples: null,
    printEvery: 10,
    verbose: true,
    checkpointName: null,
    random: new RandomState(0),
    log: (line) => console.log(line),
    progress: null,
  });
  checkValues(filled);
  const { updateRule } = filled;
  if (typeof updateRule === "string") return { ...filled, updateRule: findUpdateRule("Solver", updateRule) };
  checkFunction("Solver", "updateRule", updateRule);
  return { ...filled, updateRule };
}

function checkValues(options: Required<SolverOptions>): void {
  for (const name of ["batchSize", "numEpochs", "printEvery"] as const) {
    checkCount("Solver", name, options[name]);
  }
  for (const name of ["numTrainSamples", "numValSamples"] as const) {
    if (options[name] !== null) checkCount("Solver", name, options[name]);
  }
  checkPositive("Solver", "lrDecay", options.lrDecay);
  if (typeof options.optimConfig !== "object" || options.optimConfig === null) {
    throw new TypeError(`Solver: expected optimConfig to be an object, got ${describeValue(options.optimConfig)}`);
  }
  const { learningRate } = options.optimConfig;
  if (learningRate !== undefined) checkPositive("Solver", "optimConfig.learningRate", learningRate);
}
