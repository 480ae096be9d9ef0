/** Renaming that waits for those who hold a file for a moment. */
import { renameSync } from "node:fs";

/** What Windows answers while a virus scanner, an indexer or a backup has the file open. */
const HELD = ["EPERM", "EACCES", "EBUSY"];
const PATIENCE_MS = 2000;

/** The world around a renaming; tests bring their own. */
export interface RenameHost {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => void;
  readonly wait: (milliseconds: number) => void;
}

const thisHost: RenameHost = {
  platform: process.platform,
  rename: renameSync,
  wait: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

/**
 * Gives a file or folder its name, over a file that has it already. On Windows it tries again for
 * two seconds where the file is held.
 *
 * @throws what `renameSync` throws, in the end
 */
export function renameOver(from: string, to: string, { platform, rename, wait }: RenameHost = thisHost): void {
  let waited = 0;
  for (let pause = 10; ; pause = Math.min(2 * pause, 100)) {
    try {
      return rename(from, to);
    } catch (error) {
      if (platform !== "win32" || waited >= PATIENCE_MS || !isHeld(error)) throw error;
    }
    wait(pause);
    waited += pause;
  }
}

/** True for the error of a file that another program has open. */
export function isHeld(error: unknown): boolean {
  return HELD.includes((error as NodeJS.ErrnoException).code ?? "");
}
