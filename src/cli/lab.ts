/** The command behind `npm run lab`: `node dist/cli/lab.js [options] [notebook]`. */
import { runCommand } from "./command.js";
import { openLab } from "./lab/openLab.js";
import { readOptions, usage } from "./lab/options.js";

process.exitCode = await runCommand({ usage, readOptions, run: openLab, errorStatus: 1 });
