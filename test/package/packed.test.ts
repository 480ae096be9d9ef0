/** The tarball of `npm pack` in a project of its own, with the dependencies that it declares and no others. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = resolve(".");
const npm = ["npm", "npm.cmd"].find((name) => spawnSync(name, ["--version"], { shell: name.endsWith(".cmd") }).status === 0);
const project = mkdtempSync(join(tmpdir(), "packed-test-"));
const installed = join(project, "node_modules", "two-layer-net");

const STRICT: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: ["node"] };

/** The projects in which its types are read. */
const projects: { kind: string; file: string; compiler: typeof ts; options: ts.CompilerOptions }[] = [
  { kind: "an ESM project", file: "esm.mts", compiler: ts, options: { module: ts.ModuleKind.NodeNext } },
  { kind: "a CommonJS project", file: "commonjs.cts", compiler: ts, options: { module: ts.ModuleKind.NodeNext } },
  {
    kind: "a project for a bundler",
    file: "bundled.ts",
    compiler: ts,
    options: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  },
  {
    kind: "a cell of tslab, by its TypeScript 5.0",
    file: "cell.ts",
    compiler: createRequire(import.meta.url)("@tslab/typescript-for-tslab") as typeof ts,
    options: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Node10 },
  },
];

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
    link("@types/node"); // for the memory behind arrays, as every Node project has it
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

  it("can be asked for by its three public paths, and no other, by import and by require", () => {
    writeFileSync(join(project, "paths.mjs"), PATHS.replace("ASK", "(path) => import(path)"));
    writeFileSync(join(project, "paths.cjs"), PATHS.replace("ASK", "async (path) => require(path)"));
    for (const file of ["paths.mjs", "paths.cjs"]) {
      const { stdout } = spawnSync(process.execPath, [file], { cwd: project, encoding: "utf8" });
      expect({ file, stdout }).toEqual({ file, stdout: "function\nfunction\nfunction\nERR_PACKAGE_PATH_NOT_EXPORTED\n" });
    }
  });

  describe.each(projects)("type-checks strictly in $kind", ({ compiler, file, options }) => {
    const host = compiler.createCompilerHost(options);
    const parsed = new Map<string, ts.SourceFile | undefined>();
    const { getSourceFile } = host;
    host.getSourceFile = (name, ...rest) => {
      if (!parsed.has(name)) parsed.set(name, getSourceFile(name, ...rest));
      return parsed.get(name);
    };

    /** What the compiler says of the code, and of the package's own declarations. */
    function problems(code: string): string[] {
      const path = join(project, file);
      writeFileSync(path, code);
      parsed.delete(path.replaceAll("\\", "/"));
      const program = compiler.createProgram([path], { ...STRICT, ...options, typeRoots: [join(project, "node_modules/@types")] }, host);
      const own = program.getSourceFiles().filter(({ fileName }) => fileName.endsWith(`/${file}`) || fileName.includes("/two-layer-net/"));
      expect(own.length).toBeGreaterThan(1);
      const found = [...program.getOptionsDiagnostics(), ...own.flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])];
      return found.map(({ messageText }) => compiler.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0]!);
    }

    it("what uses all public paths", () => expect(problems(TYPED)).toEqual([]));

    it("and refuses what is wrong", () => {
      const internal = 'export { figureWindow } from "two-layer-net/notebook/figure/plotlyWindow";\n';
      expect(problems(TYPED.replace("sigmoidBackward(", "reluBackward(") + internal)).toEqual([
        expect.stringContaining("is not assignable to parameter of type 'ReluCache'"),
        expect.stringContaining("Cannot find module 'two-layer-net/notebook/figure/plotlyWindow'"),
      ]);
    });
  });

  it("holds the licence and notices, and none of the project's own tools", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "dist/index.js", "dist/index.d.ts"]));
    expect(files.filter((path) => /^(src|test|dist\/(\.tsbuildinfo|cli|jupyter\/(?!display\b)\w+))\b|engine\/wat\/(?!layout)|dist\/bundle\/(?!node$|node\/(?!checker))/.test(path))).toEqual([]);
  });
});

function link(name: string): void {
  const path = join(project, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", name), path, "junction");
}

const PATHS = `
const ask = ASK;
async function main() {
  console.log(typeof (await ask("two-layer-net")).TwoLayerNet);
  console.log(typeof (await ask("two-layer-net/study")).sweep);
  console.log(typeof (await ask("two-layer-net/notebook")).showFigure);
  await ask("two-layer-net/notebook/figure/plotlyWindow").catch(({ code }) => console.log(code));
}
void main();
`;

const PROGRAM = `
import { evalNumericalGradientArray, RandomState, relError, Solver, TwoLayerNet, tanhBackward, tanhForward } from "two-layer-net";
import { sweep } from "two-layer-net/study";
import { gradientTable } from "two-layer-net/notebook";

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
import { track } from "two-layer-net/notebook";
import { type Figure, lineFigure } from "two-layer-net/study";

const random = new RandomState(231);
const [scores]: [NDArray, unknown] = affineForward(random.randn(2, 3), random.randn(3, 4), random.randn(4));
const [, cache] = sigmoidForward(scores);
export const dx: NDArray = sigmoidBackward(scores, cache);
export const relu = reluBackward;
export const options: SolverOptions = { updateRule: "adam", numEpochs: 3 };
for (const rate of track([0.1, 0.2], { label: "rates" })) rate.toFixed(1);
export const figure: Figure = lineFigure([{ lines: [{ name: "loss", x: [1], y: [2] }] }]);
`;
