/** The tests by patience: each command of CONTRIBUTING takes some of these projects, `npx vitest run test/some/folder` all. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The lesson and its numbers. */
const core = ["test/numeric/**/*.test.ts", "test/nn/**/*.test.ts"];

/** Each of these changes what a thread has only once: it mocks modules, loads tslab, or goes to another folder. */
const alone = [
  ...mocking("test"),
  "test/cli/{command,run/playedRuns,submit/handIn}.test.ts",
  "test/examples/examples.test.ts",
  "test/jupyter/client/{kernelClient,kernelProcess,kernelStarts}.test.ts",
  "test/jupyter/kernel/{cellCompiler,cellContext,cellFiles,compilerAdvice,kernelRequests,leanDeclarations,localModules,standardStreams,tslab}.test.ts",
  "test/jupyter/session/warmUp.test.ts",
  "test/study/experiments/{gapWorkersFail,gapWorkersIdle}.test.ts",
];

/** Each of these starts kernels, commands or Python; or tries hundreds of mistakes. */
const processes = [
  "test/cli/{data,installKernel}.test.ts",
  "test/cli/grade/{graders,permissions}.test.ts",
  "test/cli/lab/{lab,openBrowser,ownJupyter}.test.ts",
  "test/cli/release/releaseFolder.test.ts",
  "test/cli/site/{buildSite,kernelFiles,page/handIn}.test.ts",
  "test/host/node/{leftovers,writeFileAtomic}.test.ts",
  "test/jupyter/client/startKernel.test.ts",
  "test/jupyter/kernel/{compiler,interrupts,jupyterClients,kernel,ports,stdin}.test.ts",
  "test/jupyter/nbformat/writeNotebook.test.ts",
  "test/jupyter/server/{kernels,services,spareKernel,vscodeRequests}.test.ts",
  "test/notebooks/exercise{Mistakes,Variants}.test.ts",
  "test/numeric/{engine/wasmProcess,npz/numpyFiles}.test.ts",
  "test/package/{importRules,tidyDist}.test.ts",
  "test/study/exercises/namedMistakes.test.ts",
  "test/study/sweep/sweep.test.ts",
  "test/study/workers/littleAddressSpace.test.ts",
];

/** Each of these drives a browser. */
const browsers = [
  "test/lab/*.test.ts", "test/cli/grade/rubricPage.test.ts", "test/cli/pages/{pageInBrowser,untrusted}.test.ts", "test/cli/submit/printPdf.test.ts",
  "test/host/browser/{cells,library}.test.ts", "test/jupyter/page/{indexedStore,routes}.test.ts", "test/jupyter/worker/*InBrowser.test.ts", "test/play/**/*InBrowser.test.ts",
  "test/site/*.test.ts",
];

/** A run of mutation testing leaves a copy of the tests here while it lasts. */
const sandbox = "test/mutation/**";

/** Takes longest, in few lines: begun last, it would leave the other cores nothing to do. */
const LONGEST = "test/site/wholeNotebooks.test.ts";

/** Minutes: programs killed and started again and again, broken inputs, bombs, 20,000 steps, classes of hand-ins, compilers, the package as others get it, all notebooks once more. */
const long = [
  "test/cli/{run,submit,run/runAll}.test.ts",
  "test/cli/freeze/{executedAgain,freezeNotebooks}.test.ts",
  "test/cli/grade/{classOf100,mistakesInProcess,zoo}.test.ts",
  "test/cli/release/withoutSolutions.test.ts",
  "test/data/{learnableImages,zipBombs}.test.ts",
  "test/cli/site/cellDeclarations.test.ts",
  "test/{faults,fuzz}/**/*.test.ts",
  "test/jupyter/kernel/{lifetime,manyInterrupts,oddCells}.test.ts",
  "test/nn/solver/memory.test.ts",
  "test/notebooks/exercises.test.ts",
  "test/package/packed.test.ts",
  LONGEST,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const rank = ({ moduleId }: TestSpecification): number => Number(!moduleId.endsWith(LONGEST));
    return (await super.sort(files)).toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}

/** In CI what was late gets a second chance; Vitest names the test that took it. */
const retry = process.env.CI ? 1 : 0;

/** Files share threads and the modules that these have loaded: none may leave a change behind. */
const shared = { pool: "threads", isolate: false, setupFiles: ["test/fixtures/noProcesses.ts", "test/fixtures/leavesNothing.ts"] } as const;

/** The test files of a folder that mock modules. */
function mocking(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".test.ts") && !/^mutation\b/.test(name));
  const paths = files.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return paths.filter((path) => /\bvi\.(mock|doMock)\(/.test(readFileSync(path, "utf8")));
}

function project(name: string, groupOrder: number, test: TestProjectInlineConfiguration["test"]): TestProjectInlineConfiguration {
  return { extends: true, test: { name, sequence: { groupOrder }, ...test } };
}

/** A path in src. */
function source(path: string): string {
  return fileURLToPath(new URL(`src/${path}`, import.meta.url));
}

export default defineConfig({
  // else package.json leads from the sources under test into dist
  resolve: {
    alias: {
      "#host": source("host/node"),
      // threads run no TypeScript: their programs are those that were built
      "#workers/programs": fileURLToPath(new URL("dist/study/workers/node/programs.js", import.meta.url)),
      "#workers": source("study/workers/node"),
      "#pictures": source("notebook/pictures/pictures.ts"),
      "#blas": source("numeric/engine/blas.ts"),
      "#inspect": source("jupyter/kernel/inspect.ts"),
    },
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // else Vitest leaves a core to itself, which has hardly anything to do
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      project("core", 0, { include: core, exclude: [...alone, ...processes, ...long], ...shared }),
      project("fast", 1, { include: ["test/**/*.test.ts"], exclude: [sandbox, ...core, ...alone, ...processes, ...browsers, ...long], ...shared }),
      project("alone", 2, { include: alone }),
      project("processes", 3, { include: processes, retry }),
      project("browsers", 4, { include: browsers, exclude: long, retry }),
      project("long", 5, { include: long, retry }),
    ],
  },
});
