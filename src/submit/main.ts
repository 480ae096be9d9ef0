/** The command behind `npm run submit`: `node dist/submit/main.js [options]`. */
import { fileURLToPath } from "node:url";
import { Terminal } from "../runner/terminal.js";
import { readOptions, type SubmitOptions, usage } from "./options.js";
import { submit } from "./submit.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SIGNAL_STATUS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let options: SubmitOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  return run(options);
}

async function run(options: SubmitOptions): Promise<number> {
  const stop = new AbortController();
  let status = 0;
  for (const [name, code] of Object.entries(SIGNAL_STATUS)) {
    process.on(name, () => {
      // The second time there is no patience left; the kernel is ended on the way out.
      if (status !== 0) process.exit(code);
      status = code;
      stop.abort();
    });
  }
  const surroundings = {
    root: ROOT,
    workingDirectory: process.cwd(),
    terminal: new Terminal(process.stdout),
    signal: stop.signal,
  };
  try {
    const written = await submit(options, surroundings);
    return status || (written ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return status || 1;
  }
}
