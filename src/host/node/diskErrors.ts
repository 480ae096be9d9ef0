/** What a person can do about a file that cannot be written, by the system's code. */
import { isHeld } from "./renameOver.js";

/**
 * @param error of a call of `node:fs`
 * @param folder that was written to
 * @returns the end of a sentence
 */
export function diskAdvice(error: unknown, folder: string, platform: NodeJS.Platform = process.platform): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EROFS") return `${folder} is on a disk that cannot be written to: choose another folder`;
  if (platform === "win32" && isHeld(error)) return "close it in the program that has it open, then try again";
  if (code === "EACCES" || code === "EPERM") return `this user may not write to ${folder}: change its owner or its rights, or choose another folder`;
  return "make room or choose another folder";
}
