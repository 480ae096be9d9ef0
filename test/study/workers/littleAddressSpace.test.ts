import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const program = `
  import { RandomState } from "./dist/index.js";
  import { measureGaps, sweep } from "./dist/study/index.js";
  const X = new RandomState(1).randn(60, 20);
  const y = X.sum(1).map((sum) => Number(sum > 0));
  const gap = { numTraining: 30, hiddenDim: 6, batchSize: 10, steps: 10 };
  const runs = await measureGaps({ XTrain: X, yTrain: y, XTest: X, yTest: y }, [gap, gap], { workers: 2 });
  const data = { XTrain: X, yTrain: y, XVal: X, yVal: y };
  const { trials } = await sweep(data, { learningRate: [0.1, 0.2] }, { numClasses: 2, batchSize: 10, rungs: [1], workers: 2 });
  console.log(runs.length, trials.length);
`;

describe("workers without address space for WebAssembly", () => {
  // Elsewhere the limit does not exist or does not hold.
  it.skipIf(process.platform !== "linux")("compute by plain loops", () => {
    const limited = ["-c", `ulimit -v ${8 * 2 ** 20} && exec "$0" --input-type=module -e "$1"`, process.execPath, program];
    const { stdout, stderr } = spawnSync("sh", limited, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toBe("2 2\n");
  });
});
