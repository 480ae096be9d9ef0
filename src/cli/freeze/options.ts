/** The command line of the freezing. */
import { parseArgs } from "node:util";

export interface FreezeOptions {
  /** Names of notebooks; none means all. */
  readonly names: readonly string[];
  readonly help: boolean;
}

export const usage = `Runs notebooks on CIFAR-10 and keeps their outputs in them, in every edition.

  npm run freeze                      every notebook in notebooks/
  npm run freeze -- two_layer_net     one, by name; several are fine
  npm run freeze -- --help            this text

Each edition runs, as figures and lines are in its language. The files change only if all notebooks
went through; the exit status is 0 then, 1 if one failed, 2 for a wrong command line
or without CIFAR-10.
`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist
 */
export function readOptions(args: readonly string[]): FreezeOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h", default: false } },
  });
  return { names: positionals, help: values.help };
}
