/** What the project's commands have in common: a command line, signals, an exit status. */
import { fileURLToPath } from "node:url";
import { swallowedOptions } from "./swallowedOptions.js";
import { Terminal } from "./terminal.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** The status for a wrong command line. */
const WRONG_LINE = 2;
const SIGNAL_STATUS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Where a command works, and how it speaks and is stopped. */
export interface Surroundings {
  /** The project: notebooks/ and jupyter/ are looked for in it, and out/ is made in it. */
  readonly root: string;
  readonly workingDirectory: string;
  readonly terminal: Terminal;
  /** Stops the run: kernels end, and nothing more is written. */
  readonly signal?: AbortSignal;
}

export interface Command<Options> {
  readonly usage: string;
  /** Reads the command line, or throws what is wrong with it. */
  readonly readOptions: (args: readonly string[]) => Options;
  /** Does the work: true if all went well, false after it said what did not. */
  readonly run: (options: Options, surroundings: Surroundings) => Promise<boolean>;
  /** The status if `run` throws. */
  readonly errorStatus: 1 | 2;
}

/**
 * Runs the command with this process's command line, in this project, until it is done or a signal
 * stops it.
 *
 * @returns the status to exit with: 0 if all went well, 1 if not, 2 for a wrong command line, 128
 * and the signal's number after a signal
 */
export async function runCommand<Options extends { readonly help: boolean }>(command: Command<Options>): Promise<number> {
  const swallowed = swallowedOptions(command.usage);
  if (swallowed !== null) {
    process.stderr.write(`${swallowed}\n`);
    return WRONG_LINE;
  }
  let options: Options;
  try {
    options = command.readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${command.usage}`);
    return WRONG_LINE;
  }
  if (options.help) {
    process.stdout.write(command.usage);
    return 0;
  }
  return runUntilStopped(command, options);
}

async function runUntilStopped<Options>({ run, errorStatus }: Command<Options>, options: Options): Promise<number> {
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
  const terminal = new Terminal(process.stdout);
  try {
    const passed = await run(options, { root: ROOT, workingDirectory: process.cwd(), terminal, signal: stop.signal });
    return status || (passed ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return status || errorStatus;
  }
}
