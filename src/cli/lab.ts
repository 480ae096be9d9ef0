/** The command behind `npm run lab`: `node dist/cli/lab.js [options] [notebook]`. */
import { fileURLToPath } from "node:url";
import { runCommand } from "./command.js";
import { openLab } from "./lab/openLab.js";
import { readOptions, usage } from "./lab/options.js";
import { openOwnJupyter } from "./lab/ownJupyter.js";

const OWN_JUPYTER = "--jupyter";
/** Ctrl-C and its like are how this command is meant to end. */
const SIGNALLED = 128;

const words = process.argv.slice(2);
if (words.includes(OWN_JUPYTER)) {
  process.exitCode = await openOwnJupyter(fileURLToPath(new URL("../..", import.meta.url)), words.filter((word) => word !== OWN_JUPYTER));
} else {
  const status = await runCommand({ usage, readOptions, run: openLab, errorStatus: 1 });
  process.exitCode = status > SIGNALLED ? 0 : status;
}
