/** The command line of the runner. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

export interface Options {
  /** Names or paths of notebooks; none means all. */
  readonly names: readonly string[];
  /** Overrides the kernel that the notebook names. */
  readonly kernel: string | null;
  /** How long a cell may run, in seconds. */
  readonly timeout: number;
  /** How many notebooks run side by side. */
  readonly jobs: number;
  /** The folder for executed notebooks and pages; null means `out` in the project. */
  readonly out: string | null;
  /** Whose edition of the notebooks is meant, and the language of the index. */
  readonly lang: string;
  /** Runs the cells behind a failed one too. */
  readonly keepGoing: boolean;
  /** The id or number of the code cell that is the last to run; null runs the whole notebook. */
  readonly until: string | null;
  readonly help: boolean;
}

export const usage = `Runs notebooks cell by cell on their Jupyter kernel and makes a page of each.

  npm start                            every notebook in notebooks/
  npm start -- two_layer_net           one, by name or path; several are fine
  npm start -- --lang ko               the Korean edition, notebooks/ko/
  npm start -- --timeout 60 <name>     with an option
  npm start -- exercises --until check-sigmoid
                                       its cells up to and with this one, to see what that one says

Options
  --kernel <name>      run on this kernel, whatever the notebook says (tslab: the stock kernel)
  --timeout <seconds>  how long one cell may run (600)
  --jobs <number>      how many notebooks run side by side (2, or 1 where there is one core)
  --out <folder>       where executed notebooks and pages go (out)
  --lang <code>        which edition of the notebooks: en, ko (en)
  --keep-going         after a failed cell go on with those behind it
  --until <cell>       run one notebook up to and with this code cell, by its id or number as they stand
                       beside failures; its outputs are printed as text, and nothing is written
  --help               this text

The notebooks themselves are not changed. A notebook stops at its first failing cell, unless told
to keep going, and the others go on; the exit status is 0 if all went through, 1 if one failed, 2 for a wrong command line.
`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist or has no value
 * @throws {RangeError} if the timeout is not a positive number, or jobs not a whole number from 1 to 64
 */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kernel: { type: "string" },
      timeout: { type: "string", default: "600" },
      jobs: { type: "string", default: String(Math.min(2, availableParallelism())) },
      out: { type: "string" },
      lang: { type: "string", default: "en" },
      "keep-going": { type: "boolean", default: false },
      until: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const timeout = Number(values.timeout);
  if (!(timeout > 0 && timeout <= 1e6)) {
    throw new RangeError(
      `readOptions: expected --timeout to be a number of seconds above 0 and up to 1000000, got ${JSON.stringify(values.timeout)}`,
    );
  }
  const jobs = Number(values.jobs);
  if (!(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64)) {
    throw new RangeError(`readOptions: expected --jobs to be a whole number from 1 to 64, got ${JSON.stringify(values.jobs)}`);
  }
  const { kernel = null, out = null, until = null, lang, help } = values;
  return { names: positionals, kernel, timeout, jobs, out, lang, keepGoing: values["keep-going"], until, help };
}
