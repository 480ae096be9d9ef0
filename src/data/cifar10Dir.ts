/** Where CIFAR-10 lies on this machine. */
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of CIFAR-10's binary batches: the one given, or the environment variable CIFAR10_DIR,
 * or the project's cache, `.cache/cifar-10-batches-bin`. An empty text counts as not given.
 *
 * @param dir a path, relative to the working directory
 * @returns an absolute path, whether or not it exists
 */
export function cifar10Dir(dir?: string): string {
  return resolve(namedCifar10Dir(dir) || join(projectRoot(), ".cache", "cifar-10-batches-bin"));
}

/** The folder that was asked for by argument or environment; undefined if none was. */
export function namedCifar10Dir(dir?: string): string | undefined {
  return dir || process.env["CIFAR10_DIR"] || undefined;
}

/**
 * The folder of this package, wherever the program was started; where the package is installed,
 * the folder of the project that has it, because node_modules is emptied with every clean install.
 */
function projectRoot(): string {
  return fileURLToPath(new URL("../..", import.meta.url)).split(`${sep}node_modules${sep}`)[0];
}
