import { expect, test } from "vitest";
import { usage as runUsage } from "../../src/cli/run/options.js";
import { usage as submitUsage } from "../../src/cli/submit/options.js";
import { swallowedOptions } from "../../src/cli/swallowedOptions.js";

const submit = { npm_lifecycle_event: "submit", npm_config_user_agent: "npm/10", npm_config_noproxy: "", npm_config_jobs: "4" };

test.each([
  [{ npm_config_name: "Ada" }, "--name"],
  [{ npm_config_strict: "true" }, "--strict"],
  [{ npm_config_run: "" }, "--no-run"],
  [{ npm_config_model_answers: "true", npm_config_pdf: "" }, "--model-answers and --no-pdf"],
])("what npm took for itself stops the command: %j", (taken, options) => {
  const first = options.split(" ")[0];
  expect(swallowedOptions(submitUsage, { ...submit, ...taken })?.replace(/ took .* for itself/, ` took ${options} for itself`)).toBe(
    `npm took ${options} for itself: write npm run submit -- ${first}, and in PowerShell put the first dashes in quotes, npm run submit '--' ${first}`,
  );
});

test("npm start has no run in it", () => {
  expect(swallowedOptions(runUsage, { npm_lifecycle_event: "start", npm_config_keep_going: "true" })).toContain("write npm start -- --keep-going, ");
});

test("npm's own settings, and a command that npm did not start, are let be", () => {
  expect(swallowedOptions(submitUsage, submit)).toBe(null);
  expect(swallowedOptions(runUsage, submit)).toBe(null);
  expect(swallowedOptions(submitUsage, { npm_config_name: "Ada" })).toBe(null);
});
