/**
 * The runs of a sweep on disk, one line of JSON each, so that a sweep that was interrupted goes on
 * where it stopped. A line holds a hash of all that its run depends on: only the very same training
 * is ever skipped, and a file may hold runs of many searches.
 */
import { sha256 } from "#host/bytes";
import { append, folderOf, makeFolder, read } from "#host/files";
import type { SharedExamples } from "../workers/sharedExamples.js";
import type { SharedData } from "./sharedData.js";
import type { TrialRun, TrialTask } from "./trialRun.js";

export interface RunFile {
  /** The run of this task, if the file has it. */
  find(task: TrialTask): TrialRun | undefined;
  /**
   * Adds a run at the end of the file.
   *
   * @throws {Error} if it cannot be written
   */
  add(task: TrialTask, run: TrialRun): void;
}

/** Changes when the same task would give another run: older lines do not count then. */
const FORMAT = 1;

const encoder = new TextEncoder();

/**
 * Opens a file of runs, which need not exist yet; lines that are no runs, such as one that a crash
 * cut short, are passed over.
 *
 * @param path null for no file: nothing is found or kept
 * @throws {Error} if the file is there and cannot be read
 */
export function openRunFile(path: string | null, data: SharedData): RunFile {
  if (path === null) return { find: () => undefined, add: () => {} };
  const text = readText(path);
  const runs = readRuns(text);
  const fingerprint = hashData(data);
  let isAtLineStart = text === "" || text.endsWith("\n");
  return {
    find: (task) => runs.get(keyOf(task, fingerprint)),
    add(task, run) {
      const line = `${JSON.stringify({ key: keyOf(task, fingerprint), ...task.trial.settings, ...run })}\n`;
      appendLine(path, isAtLineStart ? line : `\n${line}`);
      isAtLineStart = true;
    },
  };
}

function readText(path: string): string {
  try {
    return new TextDecoder().decode(read(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw new Error(`sweep: could not read ${path} (${(cause as Error).message}); name another file to keep the runs in`, { cause });
  }
}

function readRuns(text: string): Map<string, TrialRun> {
  const lines = text.split("\n").map(parseLine);
  return new Map(lines.flatMap((line) => (line ? [line] : [])));
}

function parseLine(line: string): [key: string, run: TrialRun] | undefined {
  try {
    const { key, epochs, divergence, bestValAcc, trainAccHistory, valAccHistory, epochLosses } = JSON.parse(line);
    const histories = [trainAccHistory, valAccHistory, epochLosses];
    const isRun =
      typeof key === "string" && typeof divergence === "string" &&
      [epochs, bestValAcc].every(Number.isFinite) &&
      histories.every((history) => Array.isArray(history) && history.every(Number.isFinite));
    return isRun ? [key, { epochs, divergence, bestValAcc, trainAccHistory, valAccHistory, epochLosses }] : undefined;
  } catch {
    return undefined;
  }
}

/** In one write at the end of the file: a crash leaves a whole line or, at worst, a last one that is cut short. */
function appendLine(path: string, line: string): void {
  try {
    makeFolder(folderOf(path));
    append(path, encoder.encode(line));
  } catch (cause) {
    throw new Error(`sweep: could not write ${path} (${(cause as Error).message}); make room or name another file. What was in it is still there`, { cause });
  }
}

function keyOf({ trial: { settings, seed }, epochs, common }: TrialTask, fingerprint: string): string {
  return sha256(encoder.encode(JSON.stringify([FORMAT, settings, seed, epochs, common, fingerprint])));
}

function hashData({ XTrain, yTrain, XVal, yVal }: SharedData): string {
  const parts = [...partsOf(XTrain), yTrain, ...partsOf(XVal), yVal];
  return sha256(...parts.flatMap((part) => [
    encoder.encode(`${part.constructor.name} ${part.length};`),
    new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
  ]));
}

function partsOf(X: SharedExamples) {
  return "pixels" in X ? [X.pixels, X.mean] : [X.elements, Int32Array.from(X.shape)];
}
