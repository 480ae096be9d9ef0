/** The command behind `npm run submit`: `node dist/submit/main.js [options]`. */
import { runCommand } from "../runner/command.js";
import { readOptions, usage } from "./options.js";
import { submit } from "./submit.js";

process.exitCode = await runCommand({ usage, readOptions, run: submit, errorStatus: 1 });
