/** The command behind `npm run freeze`: `node dist/cli/freeze.js [notebook ...]`. */
import { runCommand } from "./command.js";
import { freeze } from "./freeze/freezeNotebooks.js";
import { readOptions, usage } from "./freeze/options.js";

process.exitCode = await runCommand({ usage, readOptions, run: freeze, errorStatus: 2 });
