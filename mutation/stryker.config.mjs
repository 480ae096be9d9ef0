/** One folder of src, or files of it, as `run.mjs` tells by the environment. */
const folder = process.env.MUTATED_FOLDER;

export default {
  // The command behind `npm run data` is tested as a process of its own, where no mutant is.
  mutate: [...process.env.MUTATED_FILES.split(","), "!src/cli/data.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "mutation/vitest.config.mjs", related: false },
  coverageAnalysis: "perTest",
  ignorePatterns: ["**", "!src/**", "!test/**", "!package.json", "!tsconfig.json", "!mutation/vitest.config.mjs"],
  tempDirName: "mutation/sandbox",
  concurrency: 2,
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["clear-text", "json", process.stdout.isTTY ? "progress" : "progress-append-only"],
  clearTextReporter: { reportTests: false },
  jsonReporter: { fileName: `mutation/reports/${folder}.json` },
  thresholds: { high: 95, low: 90, break: 90 },
};
