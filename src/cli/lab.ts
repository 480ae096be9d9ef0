/** The command behind `npm run lab`: `node dist/cli/lab.js [options] [notebook]`. */
import { runCommand } from "./command.js";
import { openLab } from "./lab/openLab.js";
import { readOptions, usage } from "./lab/options.js";

/** Ctrl-C and its like are how this command is meant to end. */
const SIGNALLED = 128;

const status = await runCommand({ usage, readOptions, run: openLab, errorStatus: 1 });
process.exitCode = status > SIGNALLED ? 0 : status;
