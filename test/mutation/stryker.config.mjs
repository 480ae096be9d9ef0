/** One folder of src, or files of it, as `run.mjs` tells by the environment. */
import { FOLDERS, NOT_MUTATED } from "./folders.mjs";

const folder = process.env.MUTATED_FOLDER;
const { enough } = FOLDERS[folder];

export default {
  mutate: [...process.env.MUTATED_FILES.split(","), ...NOT_MUTATED.map((pattern) => `!${pattern}`)],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutation/vitest.config.mjs", related: false },
  coverageAnalysis: "perTest",
  ignorePatterns: [
    "**", "!src/**", "!test/**", "!package.json", "!tsconfig.json", "!dist/**", "!jupyter/**", "!notebooks/*.ipynb", "test/mutation/**", "!test/mutation/vitest.config.mjs", "!test/mutation/folders.mjs",
  ],
  tempDirName: "test/mutation/sandbox",
  concurrency: Number(process.env.MUTATION_THREADS ?? 2),
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["clear-text", "json", process.stdout.isTTY ? "progress" : "progress-append-only"],
  clearTextReporter: { reportTests: false },
  jsonReporter: { fileName: `test/mutation/reports/${folder.replaceAll("/", "-")}.json` },
  thresholds: { high: 95, low: enough, break: enough },
};
