/** Where a notebook leaves files that are not its own outputs. */
import { absolute, folderOf, joined, makeFolder, nameOf, removeFile } from "#host/files";
import { fillOptions } from "../numeric/arguments/fillOptions.js";

/** Options of `outputFile`. */
export interface OutputFileOptions {
  /** Whether to remove the file that an earlier run has left there; default false. */
  readonly fresh?: boolean;
}

/**
 * The path of a file in the folder `out`, which is made if it is missing. It lies beside the folder
 * `notebooks` that the kernel works in, however deep, or else in the working directory.
 *
 * @param name such as `model.npz`
 * @throws {TypeError} if an option has an unknown name
 * @throws {Error} if the folder cannot be made, or the file not be removed
 * @example
 * new TwoLayerNet({ inputDim: 2, hiddenDim: 3 }).save(outputFile("two_layer_net")).endsWith("two_layer_net.npz") // true
 * outputFile("runs.jsonl", { fresh: true }).endsWith("runs.jsonl") // true
 */
export function outputFile(name: string, options: OutputFileOptions = {}): string {
  const { fresh } = fillOptions<Required<OutputFileOptions>>("outputFile", options, { fresh: false });
  const path = joined(projectFolder(absolute("")), "out", name);
  makeFolder(folderOf(path));
  if (fresh) removeFile(path);
  return path;
}

function projectFolder(workingDirectory: string): string {
  let folder = workingDirectory;
  while (nameOf(folder) !== "notebooks") {
    if (folderOf(folder) === folder) return workingDirectory;
    folder = folderOf(folder);
  }
  return folderOf(folder);
}
