/** The command behind `npm run submit`: `node dist/cli/submit.js [options]`. */
import { runCommand } from "./command.js";
import { readOptions, usage } from "./submit/options.js";
import { submit } from "./submit/handIn.js";

process.exitCode = await runCommand({ usage, readOptions, run: submit, errorStatus: 1 });
