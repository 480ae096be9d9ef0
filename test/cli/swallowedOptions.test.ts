import { describe, expect, it } from "vitest";
import { swallowedOptions } from "../../src/cli/swallowedOptions.js";

const usage = "Usage\n  --name <name>   who\n  --no-run        run nothing (see --name)\n  --keep-going    on and on\n  --jobs <n>      side by side\n  --lang2 <code>  which\n";
const told = (environment: Record<string, string>) => swallowedOptions(usage, { npm_lifecycle_event: "submit", ...environment });

describe("swallowedOptions", () => {
  it("says how to write an option that npm took", () => {
    expect(told({ npm_config_name: "Ada" })).toBe(
      "npm took --name for itself: write npm run submit -- --name, and in PowerShell put the first dashes in quotes, npm run submit '--' --name",
    );
  });

  it("names all of them, and the first in the example; start is npm's own word", () => {
    expect(told({ npm_config_keep_going: "true", npm_config_name: "true", npm_lifecycle_event: "start" })).toBe(
      "npm took --name and --keep-going for itself: write npm start -- --name, and in PowerShell put the first dashes in quotes, npm start '--' --name",
    );
  });

  it.each(["", "false"])("knows --no-x by an x of %j", (value) => {
    expect(told({ npm_config_run: value })).toMatch(/^npm took --no-run for itself: write npm run submit -- --no-run,/);
  });

  it("knows options with digits", () => {
    expect(told({ npm_config_lang2: "ko" })).toMatch(/^npm took --lang2 /);
  });

  it.each([
    [{}],
    [{ npm_config_run: "true" }],
    [{ npm_config_run: "x" }],
    [{ npm_config_name: "" }],
    // Many have it for node-gyp.
    [{ npm_config_jobs: "max" }],
    [{ npm_config_other: "x", name: "x", npm_config_keep: "x" }],
  ])("has nothing to say of %j", (environment) => {
    expect(told(environment)).toBe(null);
  });

  it("has nothing to say where npm does not run the command", () => {
    expect(swallowedOptions(usage, { npm_config_name: "Ada" })).toBe(null);
  });
});
