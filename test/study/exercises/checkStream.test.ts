import { describe, expect, it } from "vitest";
import { RandomState } from "../../../src/index.js";
import { checkStream, diagnoses } from "../../../src/study/index.js";

/** The stream of seed 231 after these draws, checked against three by five normal numbers. */
function check(draw: (random: RandomState) => unknown, seed = 231) {
  const random = new RandomState(seed);
  draw(random);
  return checkStream(random, 231, (replayed) => replayed.randn(3, 5));
}

describe("checkStream", () => {
  it("passes a stream that stands where it should, and leaves it there", () => {
    const random = new RandomState(231);
    random.randn(3, 5);
    const next = new RandomState(231);
    next.randn(3, 5);
    expect(checkStream(random, 231, (replayed) => replayed.randn(3, 5)).passed).toBe(true);
    expect(random.getState()).toEqual(next.getState());
  });

  it("tells how far ahead the stream is", () => {
    const report = check((random) => [random.randn(3, 5), random.randomSample(250)]);
    expect(report.failures).toMatchObject([
      {
        name: "where the stream stands",
        measured: "250 numbers on",
        diagnosis:
          "the random stream is 250 numbers further on: a cell that draws was run again. Restart the kernel and run all cells from the top, or seed the stream at the top of that cell",
      },
    ]);
  });

  it("tells of a stream that is behind, or of another seed", () => {
    expect(check(() => {}).failures).toMatchObject([{ measured: "elsewhere", diagnosis: diagnoses.streamBehind }]);
    expect(check((random) => random.randn(3, 5), 7).failures).toMatchObject([{ measured: "elsewhere" }]);
  });

  it("leaves the stream where it is, also one that is elsewhere", () => {
    const random = new RandomState(231);
    random.randn(4, 5);
    const before = random.getState();
    expect(checkStream(random, 231, (replayed) => replayed.randn(3, 5)).passed).toBe(false);
    expect(random.getState()).toEqual(before);
  });

  it("refuses a seed that is none", () => {
    expect(() => checkStream(new RandomState(1), -1, () => {})).toThrow(
      new RangeError("RandomState: expected seed to be a whole number from 0 to 4294967295, got -1"),
    );
  });
});
