/** Where a notebook leaves files that are not its own outputs. */
import { mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * The path of a file in the folder `out`, which is made if it is missing. It lies beside the folder
 * `notebooks` that the kernel works in, however deep, or else in the working directory.
 *
 * @param name such as `model.npz`
 * @throws {Error} if the folder cannot be made
 * @example
 * new TwoLayerNet({ inputDim: 2, hiddenDim: 3 }).save(outputFile("two_layer_net")).endsWith("two_layer_net.npz") // true
 */
export function outputFile(name: string): string {
  const path = join(projectFolder(process.cwd()), "out", name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

function projectFolder(workingDirectory: string): string {
  let folder = resolve(workingDirectory);
  while (basename(folder) !== "notebooks") {
    if (dirname(folder) === folder) return workingDirectory;
    folder = dirname(folder);
  }
  return dirname(folder);
}
