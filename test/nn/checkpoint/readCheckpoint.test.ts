import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { zeros } from "../../../src/index.js";
import { describeArrays, readCheckpoint } from "../../../src/nn/checkpoint/readCheckpoint.js";
import { encodeNpz } from "../../../src/numeric/npz/npy.js";
import { NDArray } from "../../../src/numeric/array/ndarray.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

/** What a call throws. */
function errorOf(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error("expected an error");
}

describe("readCheckpoint", () => {
  it("says what the system says of a file that it cannot read, and keeps the cause", () => {
    const folder = temporaryFolder();
    const cause = errorOf(() => readFileSync(folder));
    const error = errorOf(() => readCheckpoint(folder));
    expect(error.message).toBe(
      `Solver.resume: could not read ${folder} (${cause.message}); give the path of a checkpoint, which the Solver's option checkpointName names <name>_epoch_<n>.npz`,
    );
    expect(error.cause).toEqual(cause);
  });

  it("keeps the cause of a state that is no JSON", () => {
    const bytes = Uint8Array.from(Buffer.from("{state"));
    const path = join(temporaryFolder(), "broken.npz");
    writeFileSync(path, encodeNpz({ state: new NDArray(bytes, [6]) }));
    const error = errorOf(() => readCheckpoint(path));
    expect(error).toBeInstanceOf(RangeError);
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(error.message).toContain((error.cause as Error).message);
  });
});

describe("describeArrays", () => {
  it("names them in order, with shapes and types", () => {
    expect(describeArrays({ b: zeros(3, "float32"), W: zeros([2, 3]) })).toBe("W (2, 3) float64, b (3,) float32");
    expect(describeArrays({})).toBe("nothing");
  });
});
