import { relative } from "node:path";

/** The path as people read it: relative below the working directory, absolute elsewhere. */
export function shortPath(path: string, workingDirectory: string): string {
  const short = relative(workingDirectory, path);
  return short.startsWith("..") ? path : short;
}
