/** The command behind `npm run release`: `node dist/cli/release.js [options]`. */
import { runCommand } from "./command.js";
import { readOptions, usage } from "./release/options.js";
import { release } from "./release/releaseNotebooks.js";

process.exitCode = await runCommand({ usage, readOptions, run: release, errorStatus: 2 });
