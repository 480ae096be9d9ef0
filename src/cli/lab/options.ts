/** The command line of the lab. */
import { parseArgs } from "node:util";

export interface LabOptions {
  /** The notebook to open; null for the list. */
  readonly name: string | null;
  /** The reader's language; null leaves it to the browser. */
  readonly lang: string | null;
  /** Null: the first that is free from 8888 on. */
  readonly port: number | null;
  readonly browser: boolean;
  /** Zip or folder of the front end; null for the one of this project. */
  readonly frontEnd: string | null;
  readonly help: boolean;
}

export const usage = `Opens the notebooks in your browser.

  npm run lab                      the list of notebooks
  npm run lab -- two_layer_net     one of them
  npm run lab -- --lang ko         the Korean edition, with Korean menus

Options
  --lang <code>         language of menus and notebooks: en, ko (as the browser prefers)
  --port <number>       the port to listen on (8888, or the next that is free)
  --no-browser          print the address only
  --jupyter             open them in an installed JupyterLab or Notebook instead, which gets all other words
  --front-end <path>    zip or folder of the pages (lab/front-end.zip)
  --help                this text

The server listens on this computer only, and only the printed address, which holds a secret, opens it.
Ctrl-C ends it and all kernels.
`;

const LANGUAGES: readonly string[] = ["en", "ko"];

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist or has no value, or more than one notebook
 * @throws {RangeError} if the port is not one, or there is no edition in the language
 */
export function readOptions(args: readonly string[]): LabOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      lang: { type: "string" },
      port: { type: "string" },
      "no-browser": { type: "boolean", default: false },
      "front-end": { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.lang !== undefined && !LANGUAGES.includes(values.lang)) {
    throw new RangeError(`readOptions: expected --lang to be ${LANGUAGES.join(" or ")}, got ${JSON.stringify(values.lang)}`);
  }
  if (positionals.length > 1) throw new TypeError(`readOptions: expected one notebook, got ${positionals.join(" ")}`);
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new RangeError(`readOptions: expected --port to be a whole number up to 65535, got ${JSON.stringify(values.port)}`);
  }
  const { lang = null, help } = values;
  return { name: positionals[0] ?? null, lang, port, browser: !values["no-browser"], frontEnd: values["front-end"] ?? null, help };
}
