/** The command behind `npm run grade`: `node dist/cli/grade.js <folder of hand-ins> --out <folder>`. */
import { runCommand } from "./command.js";
import { gradeAll } from "./grade/gradeAll.js";
import { readOptions, usage } from "./grade/options.js";

process.exitCode = await runCommand({ usage, readOptions, run: gradeAll, errorStatus: 2 });
