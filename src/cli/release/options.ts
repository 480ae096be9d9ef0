/** The command line of the release. */
import { parseArgs } from "node:util";
import { isoTime } from "../grade/isoTime.js";

export interface ReleaseOptions {
  /** Compares, and writes nothing. */
  readonly check: boolean;
  /** A folder for what students get; null makes the notebooks of exercises of this clone. */
  readonly out: string | null;
  /** With its offset; null leaves it to the teacher's file. */
  readonly due: string | null;
  /** Layers, losses and rules of the library are the students' to write. */
  readonly withoutSolutions: boolean;
  readonly help: boolean;
}

export const usage = `Makes notebooks/exercises.ipynb of notebooks/two_layer_net.ipynb, in every edition: solutions become
stubs, and what only the worked edition has goes.

  npm run release               writes it; outputs stay where no code has changed, else
                                npm run freeze -- exercises makes them anew
  npm run release -- --check    only compares
  npm run release -- --help     this text

With --out it makes what students get, with points and due time in the texts, and what their work
is graded by:

  npm run release -- --out course --due 2026-12-05T23:59+09:00

  course/students      to give out: no solutions, no model answers; runs with npm ci, npm run lab
  course/grading.json  yours: points, hidden checks, questions with what a full answer holds; made
                       once, then read

  --due <time>         with its offset
  --without-solutions  the library's layers, losses and update rules are stubs too, which students
                       may fill with their own

The exit status is 0 if all went well, 1 if --check finds a difference, 2 for a wrong command line or
a notebook that cannot be read.
`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist, and for anything else
 * @throws {RangeError} for a due time that is none, and for options that need --out
 */
export function readOptions(args: readonly string[]): ReleaseOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      check: { type: "boolean", default: false },
      out: { type: "string" },
      due: { type: "string" },
      "without-solutions": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { check, out = null, due = null, "without-solutions": withoutSolutions, help } = values;
  if (due !== null && isoTime(due) === null) throw new RangeError(`release: expected --due to be a time with its offset, such as 2026-12-05T23:59+09:00, got ${due}`);
  if (out === null && (due !== null || withoutSolutions)) throw new RangeError("release: expected --out <folder> beside --due and --without-solutions, got none");
  if (out !== null && check) throw new RangeError("release: expected either --check or --out, got both");
  return { check, out, due, withoutSolutions, help };
}
