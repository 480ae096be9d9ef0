const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

/** What to tell a person whose disk did not take a file; the same error if the disk has nothing to do with it. */
export function diskError(caller: string, path: string, error: unknown): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const next = FULL.includes(code)
    ? "free 400 MB, or choose a folder on another disk with --dir, then run the same command again"
    : "choose another folder with --dir";
  return new Error(`${caller}: expected to write ${path}, got ${message}; ${next}`, { cause: error });
}
