/** Whether a target of the benchmarks is reached: figures are made up here, nothing is timed. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../../bench");
const PROGRAM = "run.mjs";

const load = (file: string): Promise<any> => import(pathToFileURL(join(FOLDER, file)).href);
const { check, checkTable } = await load("check.mjs");
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".mjs") && file !== PROGRAM);
const benchmarks = (await Promise.all(files.map(load))).filter(({ measure }) => measure);
const all = benchmarks.flatMap(({ targets = [] }) => targets);

describe("check", () => {
  const first = (rows: { value?: unknown }[]): unknown => rows[0]?.value;
  const verdictOf = (target: object, value?: unknown): string => check([{ name: "x", of: first, ...target }], [{ value }])[0].verdict;

  it("holds a limit that is not passed", () => {
    expect([1, 2, 2.0001].map((value) => verdictOf({ limit: 2 }, value))).toEqual(["held", "held", "missed"]);
  });

  it("holds what reaches at least so much", () => {
    expect([3, 2, 1.9999].map((value) => verdictOf({ atLeast: 2 }, value))).toEqual(["held", "held", "missed"]);
  });

  it("counts nothing as held that was not measured", () => {
    expect([undefined, null, NaN, Infinity].map((value) => verdictOf({ limit: 2 }, value))).toEqual(Array(4).fill("absent"));
    expect(verdictOf({ atLeast: 2 }, Infinity)).toBe("absent");
  });

  it("tells each target with its limit and what was measured", () => {
    const targets = [{ name: "a, ms", limit: 35, of: first }, { name: "b", atLeast: 0.85, of: () => undefined }];
    expect(checkTable(check(targets, [{ value: 35.12345 }])).split("\n").map((line: string) => line.split(/ {2,}/))).toEqual([
      ["target", "limit", "measured", "verdict"],
      ["a, ms", "at most 35", "35.12", "missed"],
      ["b", "at least 0.85", "absent"],
    ]);
  });
});

describe("the targets of the benchmarks", () => {
  it("are there, each under a name of its own, with one limit", () => {
    expect(all.length).toBeGreaterThan(25);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { name, limit, atLeast } of all) expect([limit, atLeast].filter((value) => value > 0), name).toHaveLength(1);
  });

  it("are absent where nothing was measured", () => {
    expect(new Set(check(all, []).map(({ verdict }: any) => verdict))).toEqual(new Set(["absent"]));
  });
});

describe("targets of duels", async () => {
  const { engines, numpy, peak } = await load("contenders.mjs");
  const { blasTargets, embeddedTarget, threadTargets } = await load("duelTargets.mjs");
  const times: Readonly<Record<string, number>> = { "embedded, 1 thread": 38, "embedded, 2 threads": 20, "BLAS, AVX2 kernels": 15, "BLAS, own kernels": 9, "NumPy, its threads, AVX2 kernels": 25, "NumPy, its threads, own kernels": 12, "peak of 2 cores, 128 bits": 16 };
  // The contenders as they are named on a processor that has AVX2.
  const rows = (process.arch === "x64" ? [...engines("x", "float32"), ...numpy("x", "float32"), peak("float32", 1)] : []).map((contender) => {
    const median = times[contender.name.replace(", float32", "")] ?? 1000;
    return { ...contender, median, peakMB: 10 * median };
  });

  it.runIf(process.arch === "x64")("are ratios of the library's rows to those they name", () => {
    const measured = (targets: object[]): number[] => check(targets, rows).map((target: any) => target.measured);
    expect(measured([embeddedTarget("x", "float32", 1)])).toEqual([20 / 25]);
    expect(measured([embeddedTarget("x", "float32", 1, "peakMB")])).toEqual([20 / 25]);
    expect(measured(blasTargets("x", "float32", 1))).toEqual([15 / 25, 9 / 12]);
    expect(measured(threadTargets("x", "float32"))).toEqual([16 / 20, 38 / 20]);
    expect(measured([embeddedTarget("x", "float64", 1)])).toEqual([NaN]);
  });
});
