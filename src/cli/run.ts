/** The command behind `npm start`: `node dist/cli/run.js [options] [notebook ...]`. */
import { runCommand } from "./command.js";
import { readOptions, usage } from "./run/options.js";
import { runAll } from "./run/runAll.js";

// What stops it before anything runs is the choice of notebooks: a wrong command line too.
process.exitCode = await runCommand({ usage, readOptions, run: runAll, errorStatus: 2 });
