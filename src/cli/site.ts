/** The command behind `npm run site`: `node dist/cli/site.js [options]`. */
import { runCommand } from "./command.js";
import { buildSite } from "./site/buildSite.js";
import { readOptions, usage } from "./site/options.js";

process.exitCode = await runCommand({ usage, readOptions, run: (options, surroundings) => buildSite(options, surroundings), errorStatus: 1 });
