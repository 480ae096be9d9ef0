import { accessSync, constants } from "node:fs";
import { join, posix, win32 } from "node:path";
import { isFile } from "./isFile.js";

/**
 * Looks for a program as a shell would; on Windows for one that Node can start, which batch files are not.
 *
 * @param name without extension
 * @param platform as `process.platform`: Windows has extensions for programs
 * @param env PATH, and PATHEXT on Windows
 * @returns its path, or undefined
 */
export function findOnPath(name: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | undefined {
  const windows = platform === "win32";
  const folders = (env["PATH"] ?? env["Path"] ?? "").split((windows ? win32 : posix).delimiter).filter(Boolean);
  const extensions = windows ? (env["PATHEXT"] ?? ".EXE").split(";").filter((extension) => !/^\.(cmd|bat)$/i.test(extension)) : [""];
  const candidates = folders.flatMap((folder) => extensions.map((extension) => join(folder, name + extension)));
  return candidates.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return isFile(path);
  } catch {
    return false;
  }
}
