/** Checks where a random stream stands: a cell that is run twice moves it on without a word. */
import { checkFunction } from "../../numeric/arguments/check.js";
import { RandomState } from "../../numeric/random/randomState.js";
import type { CheckReport } from "./checkReport.js";
import { because, passed, unexplained } from "./finding.js";
import { runChecks } from "./runChecks.js";
import { words } from "./words/words.js";

/** How far to look ahead, in uniform numbers: enough for the weights of a network of 300 units. */
const LOOK_AHEAD = 2_000_000;

/**
 * Checks that a stream stands where certain draws from a seed leave it.
 *
 * @param random the stream; left as it is
 * @param seed what it was seeded with, a whole number from 0 to 2³²-1
 * @param replay makes the draws that should have been made, on the stream it is given
 * @returns what was found; it is told how far ahead the stream is, up to two million numbers
 * @throws {RangeError} if seed is out of range
 * @example
 * const random = new RandomState(231);
 * random.randn(3, 5);
 * checkStream(random, 231, (replayed) => replayed.randn(3, 5)).passed // true
 * random.randn();
 * checkStream(random, 231, (replayed) => replayed.randn(3, 5)).passed // false
 */
export function checkStream(random: RandomState, seed: number, replay: (random: RandomState) => unknown): CheckReport {
  checkFunction("checkStream", "replay", replay);
  const replayed = new RandomState(seed);
  replay(replayed);
  const { names, streamRight, streamElsewhere, streamOn, streamAhead } = words();
  const right = streamRight(seed);
  return runChecks("stream", [[{
    name: names.streamPlace,
    limit: right,
    run: () => {
      if (samePlace(random, replayed)) return passed(right);
      const draws = drawsAhead(replayed, random);
      if (draws === null) return because(streamElsewhere, ["streamBehind"]);
      return unexplained(streamOn(draws), streamAhead(draws));
    },
  }]]);
}

function samePlace(a: RandomState, b: RandomState): boolean {
  return JSON.stringify(a.getState()) === JSON.stringify(b.getState());
}

/** How many uniform numbers lie between; null if it is too many, or the other way. */
function drawsAhead(from: RandomState, to: RandomState): number | null {
  const target = to.getState();
  const walker = new RandomState(0);
  walker.setState(from.getState());
  // the next values tell where a stream stands; its state is 624 words, too slow to compare each time
  const ahead = new RandomState(0);
  ahead.setState(target);
  const next = Array.from(ahead.randomSample(3).data);
  const window = Array.from(walker.randomSample(3).data);
  for (let draws = 0; draws <= LOOK_AHEAD; draws++) {
    if (window.every((value, i) => value === next[i])) return draws;
    window.shift();
    window.push(walker.randomSample());
  }
  return null;
}
