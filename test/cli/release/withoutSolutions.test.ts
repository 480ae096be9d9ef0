/** What students get whose layers, losses and rules are taken out: it compiles, and their own are used. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { release } from "../../../src/cli/release/releaseNotebooks.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const root = join(import.meta.dirname, "../../..");
const run = promisify(execFile);
const out = temporaryFolder();
const own = join(out, "students");

/** As the build does it: what has changed. */
async function compile(): Promise<void> {
  await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--incremental", "--tsBuildInfoFile", "dist/.tsbuildinfo"], { cwd: own });
}

beforeAll(async () => {
  const terminal = new Terminal({ write: () => true });
  await release({ check: false, out, due: null, withoutSolutions: true, help: false }, { root, workingDirectory: root, terminal });
  symlinkSync(join(root, "node_modules"), join(own, "node_modules"));
});

it("compiles, its layers, losses and rules are to be written, and the checks still know what is right", async () => {
  await compile();
  const program = `
    import * as library from "./dist/index.js";
    import { checkLayer, checkLoss, checkUpdateRule } from "./dist/study/index.js";
    const stubs = ["affineForward", "affineBackward", "reluForward", "affineReluBackward", "sigmoidForward", "leakyReluBackward", "tanhForward", "softmaxLoss", "svmLoss", "sgd", "sgdMomentum", "rmsprop", "adam"];
    for (const name of stubs) try { library[name](); console.log(name, "works"); } catch (error) { if (!error.message.startsWith(name + ": this is yours to write, in src/nn/")) console.log(name, error.message); }
    try { new library.TwoLayerNet().scores(library.zeros([2, 3072])); } catch (error) { console.log(error.message.split(",")[0]); }
    console.log(checkLayer("relu", (x) => [x.maximum(0), x], (d, x) => d.combine(x, (a, v) => (v > 0 ? a : 0))).headline);
    console.log(checkLoss("softmax", () => [1, library.zeros([2, 2])]).failures.length > 0);
    console.log(checkUpdateRule("sgd", (w, dw, { learningRate = 0.01 } = {}) => [w.sub(dw.mul(learningRate)), { learningRate }]).headline);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], { cwd: own });
  expect(stdout.trim().split("\n")).toEqual(["affineReluForward: this is yours to write", "ReLU layer: 10 of 10 checks passed", "true", "SGD: 4 of 4 checks passed"]);
}, 300_000);

it("becomes a site with the same notebooks, whose kernel has nothing of what is to be written either", async () => {
  // As their npm ci does it.
  await run(process.execPath, ["scripts/build.mjs", "--noCheck"], { cwd: own });
  const site = join(out, "site");
  await run(process.execPath, ["dist/cli/site.js", "--out", site], { cwd: own });
  const notebooks = (folder: string): string[] => readdirSync(folder).flatMap((name) => /^(\w+?)(-\w+)?\.ipynb$/.exec(name)?.[1] ?? []).sort();
  expect(notebooks(join(site, "notebooks/files"))).toEqual(notebooks(join(own, "notebooks")));
  const scripts = readdirSync(join(site, "kernel")).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(site, "kernel", name), "utf8"));
  expect(scripts.some((text) => text.includes('"affineForward","src/nn/layers/affine.ts"'))).toBe(true);
  expect(scripts.filter((text) => text.includes("affineForward: expected"))).toEqual([]);
}, 300_000);

it("takes what a student writes", async () => {
  const file = join(own, "src/nn/layers/relu.ts");
  const stub = readFileSync(file, "utf8");
  expect(stub).not.toContain("maximum");
  writeFileSync(file, stub.replace('return yours("reluForward", "src/nn/layers/relu.ts", x);', 'return [x.maximum(0), { layer: "relu", x }];'));
  await compile();
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", 'import { array, reluForward } from "./dist/index.js"; console.log(reluForward(array([-1, 2]))[0].toList().join())'], { cwd: own });
  expect(stdout.trim()).toBe("0,2");
}, 300_000);
