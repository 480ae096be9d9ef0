/** Where CIFAR-10 lies on this machine. */
import { absolute, dataFolder, joined } from "#host/files";
import { environment } from "#host/machine";

/**
 * The folder of CIFAR-10's binary batches: the one given, or the environment variable CIFAR10_DIR,
 * or the project's cache, `.cache/cifar-10-batches-bin`; in a page `/cifar-10-batches-bin` of its files. An empty text
 * counts as not given.
 *
 * @param dir a path, relative to the working directory
 * @returns an absolute path, whether or not it exists
 */
export function cifar10Dir(dir?: string): string {
  return absolute(namedCifar10Dir(dir) || joined(dataFolder(), "cifar-10-batches-bin"));
}

/** The folder that was asked for by argument or environment; undefined if none was. */
export function namedCifar10Dir(dir?: string): string | undefined {
  return dir || environment["CIFAR10_DIR"] || undefined;
}
