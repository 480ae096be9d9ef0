/** The command line of the hand-in. */
import { parseArgs } from "node:util";

export interface SubmitOptions {
  /** Who hands in, for the front page; null leaves it out. */
  readonly name: string | null;
  /** The folder to write to; null means `out/submission` in the project. */
  readonly out: string | null;
  /** False takes the outputs that are there. */
  readonly run: boolean;
  /** Warnings stop the hand-in. */
  readonly strict: boolean;
  /** Keeps the cells with model answers. */
  readonly modelAnswers: boolean;
  readonly pdf: boolean;
  /** False prints the PDF by a browser without its sandbox, for systems that allow none. */
  readonly sandbox: boolean;
  /** Whose edition of the notebooks is handed in, and the language of the front page. */
  readonly lang: string;
  readonly help: boolean;
}

export const usage = `Makes the hand-in: your answers in front and the executed notebooks behind, as HTML and PDF,
a zip of the notebooks and of the code that you changed, and a summary for programs, as JSON.

  npm run submit                             runs the notebooks first
  npm run submit -- --name "Ada Lovelace"    with your name on the front page
  npm run submit -- --no-run                 with the outputs of the last npm start; cells that
                                             changed since count as not run

Options
  --name <name>    who hands in
  --out <folder>   where the hand-in goes (out/submission)
  --no-run         run nothing
  --strict         write nothing while an answer is missing, an exercise has not passed, or a
                   cell fails or was not run
  --model-answers  print the model answers too
  --no-pdf         HTML and zip only
  --no-sandbox     print the PDF without the browser's sandbox, where the system allows none
                   (containers): the page is your own, and needs no network
  --lang <code>    which edition of the notebooks: en, ko (en)
  --help           this text

The PDF is printed by Chromium, Chrome or Edge; the environment variable CHROME_PATH names one
that is not found by itself. The notebooks are not changed. The exit status is 0 if the hand-in
was written, 1 if not (with --strict also if the PDF is missing), 2 for a wrong command line.
`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist or has no value, and for anything else
 */
export function readOptions(args: readonly string[]): SubmitOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      name: { type: "string" },
      out: { type: "string" },
      "no-run": { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      "model-answers": { type: "boolean", default: false },
      "no-pdf": { type: "boolean", default: false },
      "no-sandbox": { type: "boolean", default: false },
      lang: { type: "string", default: "en" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { name, out = null, strict, lang, help } = values;
  return {
    name: name?.trim() || null,
    out,
    run: !values["no-run"],
    strict,
    modelAnswers: values["model-answers"],
    pdf: !values["no-pdf"],
    sandbox: !values["no-sandbox"],
    lang,
    help,
  };
}
