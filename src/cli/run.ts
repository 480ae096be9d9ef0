/** The command behind `npm start`: `node dist/cli/run.js [options] [notebook ...]`. */
import { runCommand, type Surroundings } from "./command.js";
import { type Options, readOptions, usage } from "./run/options.js";

/** Each way loads what it needs: up to a cell, nothing that makes pages. */
async function run(options: Options, surroundings: Surroundings): Promise<boolean> {
  if (options.until === null) return (await import("./run/runAll.js")).runAll(options, surroundings);
  return (await import("./run/runUntil.js")).runUntil(options.until, options, surroundings);
}

// What stops it before anything runs is the choice of notebooks: a wrong command line too.
process.exitCode = await runCommand({ usage, readOptions, run, errorStatus: 2 });
