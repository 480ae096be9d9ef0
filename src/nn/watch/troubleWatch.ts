/**
 * Watches a run for trouble that does not stop it: it looks at what training computes anyway, draws
 * nothing and changes nothing, and speaks of each kind of trouble once.
 */
import type { Parameters } from "../models/model.js";
import type { Predictions } from "../models/accuracy.js";
import type { TrainingWarning, TroubleKind } from "./trainingProgress.js";

/** What the watch remembers; survives JSON, so that a resumed run warns as the whole one does. */
export interface WatchState {
  /** running mean of the loss, over some hundred examples; null before the first step */
  meanLoss: number | null;
  bestLoss: number | null;
  /** for each bias, for how many steps in a row its gradient alone has been 0 */
  silentSteps: Record<string, number>;
  /** what the last accuracy check looked like, "" if all was well */
  lastCheck: string;
  warnings: TrainingWarning[];
}

const TENFOLD = 10;
const SILENT_STEPS = 10;
/** A smaller minibatch has a loss too noisy to judge by: it is averaged over about so many examples. */
const JUDGED_EXAMPLES = 100;
/** In smaller validation sets, one class for all is no surprise. */
const FEWEST_CHECKED = 20;

export class TroubleWatch {
  readonly state: WatchState;
  readonly #freshness: number;
  readonly #chanceLoss: number;
  readonly #tell: (warning: TrainingWarning) => void;

  /** @param tell is given each warning, after it is in `state.warnings` */
  constructor(batchSize: number, numClasses: number, tell: (warning: TrainingWarning) => void) {
    this.state = { meanLoss: null, bestLoss: null, silentSteps: {}, lastCheck: "", warnings: [] };
    this.#freshness = Math.min(1, batchSize / JUDGED_EXAMPLES);
    this.#chanceLoss = Math.log(numClasses);
    this.#tell = tell;
  }

  /**
   * @param iteration steps done in all
   * @param rate the learning rate as it stands, for the text
   */
  afterStep(iteration: number, loss: number, grads: Readonly<Parameters>, rate: number | undefined): void {
    this.#watchLoss(iteration, loss, rate);
    this.#watchGradients(iteration, grads, rate);
  }

  /** A loss near 0 may rise tenfold by a single mistake: only one worse than guessing counts. */
  #watchLoss(iteration: number, loss: number, rate: number | undefined): void {
    const { meanLoss, bestLoss } = this.state;
    const mean = meanLoss === null ? loss : meanLoss + this.#freshness * (loss - meanLoss);
    const best = Math.min(bestLoss ?? mean, mean);
    Object.assign(this.state, { meanLoss: mean, bestLoss: best });
    if (mean < TENFOLD * best || mean <= this.#chanceLoss) return;
    this.#warn("divergence", iteration,
      `the loss has gone up to ${short(mean)}, from ${short(best)} at its best: training diverges. ` +
      `The learning rate${now(rate)} is probably too high: start again with a lower one, e.g. by a factor of 10`);
  }

  /**
   * Dead units pass no gradient on: a bias before them gets exactly 0, while the last one still
   * learns. Weights would not show it, as regularisation pulls at them.
   */
  #watchGradients(iteration: number, grads: Readonly<Parameters>, rate: number | undefined): void {
    const biases = Object.keys(grads).filter((name) => grads[name].ndim === 1);
    const silent = biases.filter((name) => isZero(grads[name].data));
    for (const name of biases) {
      const isSilent = silent.includes(name) && silent.length < biases.length;
      const steps = isSilent ? (this.state.silentSteps[name] ?? 0) + 1 : 0;
      this.state.silentSteps[name] = steps;
      if (steps === SILENT_STEPS) this.#warn("silent units", iteration, silentText(name, rate));
    }
  }

  /** After an accuracy check on validation examples; only what shows at two checks in a row is told. */
  afterCheck(iteration: number, valAcc: number, { predicted, labels }: Predictions, rate: number | undefined): void {
    const counts = new Map<number, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    const isTelling = labels.length >= FEWEST_CHECKED && counts.size > 1;
    const constant = isTelling && predicted.every((label) => label === predicted[0]);
    const same = [...counts.keys()].sort((a, b) => a - b).find((label) => isTelling && counts.get(label)! / labels.length === valAcc);
    const check = constant ? "constant prediction" : same !== undefined ? `accuracy ${valAcc}` : "";
    const isAgain = check !== "" && check === this.state.lastCheck;
    this.state.lastCheck = check;
    if (!isAgain) return;
    const remedy = this.#has("divergence") ? `The learning rate${now(rate)} was too high: start again with a lower one` : null;
    if (constant) this.#warn("constant prediction", iteration, constantText(predicted[0], valAcc, remedy ?? constantRemedy(rate)));
    else this.#warn("accuracy of one class", iteration, oneClassText(same!, valAcc, remedy ?? oneClassRemedy(rate)));
  }

  #has(kind: TroubleKind): boolean {
    return this.state.warnings.some((warning) => warning.kind === kind);
  }

  #warn(kind: TroubleKind, iteration: number, message: string): void {
    if (this.#has(kind)) return;
    const warning = { kind, iteration, message };
    this.state.warnings.push(warning);
    this.#tell(warning);
  }
}

function isZero(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0) return false;
  }
  return true;
}

function silentText(name: string, rate: number | undefined): string {
  return (
    `no gradient has reached ${name} for ${SILENT_STEPS} steps: all hidden units are dead, that is 0 for every example, or the weights after them are 0. ` +
    `Such units do not come back: start again, with random weights and a lower learning rate${now(rate)}, and look at the scale of the inputs`
  );
}

function constantText(label: number, valAcc: number, remedy: string): string {
  return (
    `every validation example is predicted to be class ${label}, so that the accuracy (${short(valAcc)}) is that class's share: ` +
    `the model pays no heed to its inputs. ${remedy}`
  );
}

function constantRemedy(rate: number | undefined): string {
  return (
    `Either it has hardly begun to learn, and a higher learning rate${now(rate)} helps; or its units have died, and a lower one does. ` +
    "See whether the loss goes down"
  );
}

function oneClassText(label: number, valAcc: number, remedy: string): string {
  return (
    `the validation accuracy is ${short(valAcc)} again, just the share of class ${label}: ` +
    `no better than to answer that class always. ${remedy}`
  );
}

function oneClassRemedy(rate: number | undefined): string {
  return `Look whether the labels belong to the examples; if they do, try a higher learning rate${now(rate)}`;
}

function now(rate: number | undefined): string {
  return rate === undefined ? "" : ` (now ${short(rate)})`;
}

/** Three digits say enough: 0.1, 25.3, 1e-7. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
