/** The tarball of `npm pack` in a project of its own, with the dependencies that it declares and no others. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = resolve(".");
const npm = ["npm", "npm.cmd"].find((name) => spawnSync(name, ["--version"], { shell: name.endsWith(".cmd") }).status === 0);
const project = mkdtempSync(join(tmpdir(), "packed-test-"));
const installed = join(project, "node_modules", "two-layer-net");

describe.skipIf(npm === undefined)("the package in another project", () => {
  beforeAll(() => {
    // without scripts: the build that is there is packed, and stays
    const options = { encoding: "utf8", shell: npm!.endsWith(".cmd") } as const;
    execFileSync(npm!, ["pack", "--ignore-scripts", "--silent", "--pack-destination", project], options);
    const tarball = readdirSync(project).find((name) => name.endsWith(".tgz"))!;
    execFileSync("tar", ["-xzf", tarball], { cwd: project });
    mkdirSync(dirname(installed), { recursive: true });
    cpSync(join(project, "package"), installed, { recursive: true });
    const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies)) link(name);
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it("runs: a gradient check, a training, a sweep in worker threads, and what to install for tables", () => {
    writeFileSync(join(project, "use.js"), PROGRAM);
    const { stdout, stderr } = spawnSync(process.execPath, ["use.js"], { cwd: project, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual([
      "true",
      "0.95",
      "2",
      "A table needs the package danfojs-node, which is not installed. Install it with: npm install danfojs-node@1.2.0",
      "",
    ]);
  });

  it("type-checks strictly, and refuses what is wrong", () => {
    link("@types/node"); // for the memory behind arrays, as every Node project has it
    const tsc = (code: string): string => {
      writeFileSync(join(project, "use.ts"), code);
      const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
      return spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...flags, "use.ts"], { cwd: project, encoding: "utf8" }).stdout;
    };
    expect(tsc(TYPED)).toBe("");
    expect(tsc(TYPED.replace("sigmoidBackward(", "reluBackward("))).toContain("is not assignable to parameter of type 'ReluCache'");
  });

  it("holds the licence and notices, and none of the project's own tools", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "dist/index.js", "dist/index.d.ts"]));
    expect(files.filter((path) => /^(src|test|dist\/(kernel|runner|submit|frozen))\b|kernels\/(?!layout)/.test(path))).toEqual([]);
  });
});

function link(name: string): void {
  const path = join(project, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", name), path, "junction");
}

const PROGRAM = `
import { evalNumericalGradientArray, RandomState, relError, Solver, sweep, tanhBackward, tanhForward, TwoLayerNet } from "two-layer-net";
import { gradientTable } from "two-layer-net/notebook/gradientTable";

const random = new RandomState(231);
const X = random.randn(60, 2);
const [, cache] = tanhForward(X);
console.log(relError(evalNumericalGradientArray((x) => tanhForward(x)[0], X, X.copy()), tanhBackward(X, cache)) < 1e-7);

const y = Array.from({ length: 60 }, (_, i) => (X.get(i, 0) > 0 ? 1 : 0));
const data = { XTrain: X.slice(0, 40), yTrain: y.slice(0, 40), XVal: X.slice(40), yVal: y.slice(40) };
const model = new TwoLayerNet({ inputDim: 2, hiddenDim: 10, numClasses: 2, weightScale: 0.1, random });
const options = { updateRule: "adam", optimConfig: { learningRate: 0.05 }, batchSize: 10, numEpochs: 5, random, verbose: false };
const solver = new Solver(model, data, options);
solver.train();
console.log(solver.bestValAcc);
console.log((await sweep(data, { learningRate: [0.01, 0.1] }, { numClasses: 2, batchSize: 10, rungs: [1] })).trials.length);
try {
  gradientTable({ W1: 1e-9 }, 1e-7);
} catch (error) {
  console.log(error.message);
}
`;

const TYPED = `
import { affineForward, RandomState, reluBackward, sigmoidBackward, sigmoidForward, type NDArray, type SolverOptions } from "two-layer-net";
import { track } from "two-layer-net/notebook/track";

const random = new RandomState(231);
const [scores]: [NDArray, unknown] = affineForward(random.randn(2, 3), random.randn(3, 4), random.randn(4));
const [, cache] = sigmoidForward(scores);
export const dx: NDArray = sigmoidBackward(scores, cache);
export const relu = reluBackward;
export const options: SolverOptions = { updateRule: "adam", numEpochs: 3 };
for (const rate of track([0.1, 0.2], { label: "rates" })) rate.toFixed(1);
`;
