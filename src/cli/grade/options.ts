/** The command line of the grader. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

export interface GradeOptions {
  /** The folder of hand-ins, as given. */
  readonly folder: string;
  /** Where tables, pages and results go. */
  readonly out: string;
  /** The teacher's file; null means `grading.json` in the folder of results, or beside the hand-ins. */
  readonly grading: string | null;
  /** Files of marks to take over. */
  readonly merge: readonly string[];
  /** Hand-ins at work at a time. */
  readonly jobs: number;
  /** Names or files of students to grade anew whatever is known of them. */
  readonly again: boolean;
  /** Of the pages for the teacher. */
  readonly lang: string;
  readonly help: boolean;
}

export const usage = `Grades what was handed in: zips of npm run submit, or notebooks.

  npm run grade -- hand-ins --out grades
  npm run grade -- hand-ins --out grades --merge marks.json     counts in what rubric.html saved

A hand-in is a file in the folder, or in a folder of its own below it, which then names the student.
What the functions are worth, the hidden checks, questions, due time: grading.json, in --out or
beside the hand-ins; npm run release -- --out <folder> makes a first one.

Options
  --out <folder>      tables, pages and results; a run that was stopped goes on from there
  --grading <file>    the teacher's file
  --merge <file>      takes over marks; may be given several times
  --jobs <number>     hand-ins at a time (as many as cores)
  --again             grades all anew, also what has not changed
  --lang <code>       language of the teacher's pages: en, ko (en); feedback is in the student's
  --help              this text

The exit status is 0 if all was graded, 1 if some file could not be read, 2 for a wrong command line
or a grading file that cannot be read.
`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist or has no value, and where a folder is missing
 * @throws {RangeError} for a number of jobs that is none
 */
export function readOptions(args: readonly string[]): GradeOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string" },
      grading: { type: "string" },
      merge: { type: "string", multiple: true, default: [] },
      jobs: { type: "string" },
      again: { type: "boolean", default: false },
      lang: { type: "string", default: "en" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { out, grading = null, merge, again, lang, help } = values;
  const jobs = Number(values.jobs ?? availableParallelism());
  if (!help && positionals.length !== 1) throw new TypeError(`grade: expected one folder of hand-ins, got ${positionals.length === 0 ? "none" : positionals.join(", ")}`);
  if (!help && out === undefined) throw new TypeError("grade: expected --out <folder>, for what is made, got none");
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw new RangeError(`grade: expected --jobs to be a whole number from 1 to 64, got ${values.jobs}`);
  if (lang !== "en" && lang !== "ko") throw new RangeError(`grade: expected --lang en or ko, got ${lang}`);
  return { folder: positionals[0] ?? "", out: out ?? "", grading, merge, jobs, again, lang, help };
}
