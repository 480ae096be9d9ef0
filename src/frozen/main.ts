/** The command behind `npm run freeze`: `node dist/frozen/main.js [notebook ...]`. */
import { runCommand } from "../runner/command.js";
import { freeze } from "./freeze.js";
import { readOptions, usage } from "./options.js";

process.exitCode = await runCommand({ usage, readOptions, run: freeze, errorStatus: 2 });
