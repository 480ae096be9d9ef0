/** The command line of the release. */
import { parseArgs } from "node:util";

export interface ReleaseOptions {
  /** Compares, and writes nothing. */
  readonly check: boolean;
  readonly help: boolean;
}

export const usage = `Makes notebooks/exercises.ipynb of notebooks/two_layer_net.ipynb, in every edition: solutions become
stubs, and what only the worked edition has goes.

  npm run release               writes it; outputs stay where no code has changed, else
                                npm run freeze -- exercises makes them anew
  npm run release -- --check    only compares
  npm run release -- --help     this text

The exit status is 0 if all went well, 1 if --check finds a difference, 2 for a wrong command line or
a notebook that cannot be read.
`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist, and for anything else
 */
export function readOptions(args: readonly string[]): ReleaseOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  return values;
}
