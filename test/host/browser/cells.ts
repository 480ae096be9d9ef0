/** What cells show and search, in Node and in a page, for what is shown to be compared. */
import { getCifar10Data, loadImages, RandomState, Solver, TwoLayerNet, useBackend } from "two-layer-net";
import {
  inLanguage, lossFigure, measureGaps, outputFile, say, showBackprop, showFigure, showImage, showPlayground, showTable, startProgress, sweep, sweepTable, uniform,
} from "two-layer-net/notebook";

/** The part of the agreed object that both sides use here. */
export interface Host {
  display: ((content: { readonly data: Record<string, unknown> }, update: boolean) => void) | null;
  breathe?: () => void;
  readonly environment: Record<string, string | undefined>;
  readonly events: EventTarget;
}

export interface Shown {
  /** What each call has shown last. */
  readonly bundles: Readonly<Record<string, Record<string, unknown>>>;
  /** What was printed. */
  readonly lines: readonly string[];
  /** Numbers in full. */
  readonly results: Readonly<Record<string, unknown>>;
}

/** @param read gives the text of a file that the library has written */
export async function show(host: Host, read: (path: string) => string): Promise<Shown> {
  const bundles: Record<string, Record<string, unknown>> = {};
  const lines: string[] = [];
  const cell = (name: string, run: () => void): void => {
    host.display = ({ data }) => void (bundles[name] = data);
    run();
  };
  const { log } = console;
  console.log = (text: string) => void lines.push(text);
  useBackend("wasm", { threads: 1 });

  for (const language of ["en", "ko"]) {
    host.environment["TWO_LAYER_NET_LANG"] = language;
    cell(`figure ${language}`, () => showFigure(lossFigure([2.3, 1.9, 1.5]), { alt: "Training loss" }));
    cell(`image ${language}`, () => showImage({ data: Array.from({ length: 48 }, (_, i) => 5 * i), shape: [4, 4, 3] }, { alt: "A picture", scale: 3 }));
    cell(`progress ${language}`, () => {
      const progress = startProgress({ label: "Training", total: 3 });
      progress.update(3, { loss: 1.5, best: 0.25 });
      progress.end();
    });
    cell(`playground ${language}`, () => showPlayground({ preset: "dead" }));
    cell(`backpropagation ${language}`, () => showBackprop());
    say("Training loss");
  }
  host.environment["TWO_LAYER_NET_LANG"] = "en";

  const { XTrain, yTrain, XVal, yVal, notice } = loadImages({ numTraining: 120, numValidation: 40, numTest: 0 });
  const data = { XTrain, yTrain, XVal, yVal };
  const file = outputFile("runs.jsonl", { fresh: true });
  // Not logUniform, which raises to a power: of that the last digit is the engine's.
  const found = await sweep(data, { learningRate: uniform(1e-4, 1e-2), hiddenDim: [5, 10] }, { trials: 4, rungs: [1, 2], keep: 0.5, batchSize: 40, workers: 2, file });
  cell("table", () => showTable(sweepTable(found.trials.map(({ number, settings, bestValAcc }) => ({ number, ...settings, bestValAcc })))));
  const gaps = await measureGaps({ XTrain, yTrain, XTest: XVal, yTest: yVal }, [40, 80].map((numTraining) => ({ numTraining, steps: 5, hiddenDim: 8 })), { workers: 2 });
  const runs = read(file).trim().split("\n").sort();

  const interrupted = sweep(data, { learningRate: [1e-3], hiddenDim: [5] }, { rungs: [100_000], workers: 1 }).catch(String);
  setTimeout(() => host.events.dispatchEvent(new Event("kernel:interrupt")), 100);
  const results: Record<string, unknown> = {
    runs, gaps, weights: Array.from(found.bestModel.params.W1.data), settings: found.best.settings, interrupted: await interrupted,
    korean: (host.environment["TWO_LAYER_NET_LANG"] = "ko", inLanguage(notice) === notice), missing: messageOf(() => getCifar10Data()), notice,
  };
  host.environment["TWO_LAYER_NET_LANG"] = "en";
  console.log = log;
  results["stoppedAfter"] = stepsUntilStopped(host, data);
  return { bundles, lines, results };
}

function messageOf(call: () => unknown): string {
  try {
    call();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

/** How many steps a training takes that a page's kernel ends as it breathes; in Node nobody asks. */
function stepsUntilStopped(host: Host, data: ConstructorParameters<typeof Solver>[1]): number {
  const random = new RandomState(1);
  const solver = new Solver(new TwoLayerNet({ hiddenDim: 4, random }), data, { numEpochs: 1, batchSize: 20, verbose: false, random });
  let breaths = 0;
  host.breathe = () => {
    if (++breaths > 2) throw new Error("interrupted");
  };
  messageOf(() => solver.train());
  delete host.breathe;
  return solver.lossHistory.length;
}
