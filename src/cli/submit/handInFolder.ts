/** The folder of the hand-in: files are made in a folder of their own and moved when all are whole. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { diskAdvice } from "../../host/node/diskErrors.js";
import { removeLeftovers } from "../../host/node/leftovers.js";
import { remove } from "../../host/node/remove.js";
import { renameOver } from "../../host/node/renameOver.js";
import { generator } from "./submissionPage.js";

const FILES = ["submission.html", "submission.json", "submission.pdf", "submission.zip"] as const;
/** The mark of our own HTML stands near its beginning. */
const HEAD_LENGTH = 1000;

/**
 * @param folder absolute path
 * @throws {Error} if files of these names are there that an earlier hand-in did not write
 */
export function refuseForeignFiles(folder: string): void {
  const there = FILES.filter((file) => existsSync(join(folder, file)));
  if (there.length === 0) return;
  const html = join(folder, FILES[0]);
  if (existsSync(html) && readFileSync(html, "utf8").slice(0, HEAD_LENGTH).includes(generator)) return;
  throw new Error(
    `refuseForeignFiles: expected ${folder} to be empty or to hold an earlier hand-in, got ${there.join(", ")} of another origin; choose another --out or move them away`,
  );
}

/**
 * Lets `write` fill a new folder, then moves its files to where they belong; files of an earlier
 * hand-in that have no successor are removed.
 *
 * @returns absolute paths of the files
 * @throws {Error} of `write`, with everything left as it was; if there is no room; or if a file cannot be replaced
 */
export async function fillHandIn(folder: string, write: (work: string) => Promise<void>): Promise<string[]> {
  const work = join(folder, `submission-${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    removeLeftovers(folder, "submission-", /^\.tmp$/);
    // of an earlier process that had this id
    remove(work);
    mkdirSync(work);
    await write(work);
  } catch (error) {
    clearAway(work);
    throw diskError(folder, error as NodeJS.ErrnoException);
  }
  try {
    return FILES.filter((file) => {
      if (existsSync(join(work, file))) return move(join(work, file), join(folder, file));
      removeOld(join(folder, file));
      return false;
    }).map((file) => join(folder, file));
  } finally {
    clearAway(work);
  }
}

/** What cannot be removed now goes with the next hand-in. */
function clearAway(work: string): void {
  try {
    remove(work);
  } catch {
    // a file in it is open
  }
}

/** A file of an earlier hand-in must not lie beside the new ones. */
function removeOld(path: string): void {
  try {
    remove(path);
  } catch (error) {
    throw new Error(
      `fillHandIn: expected to remove ${path} of an earlier hand-in, got: ${(error as Error).message}; close ${basename(path)} where it is open, then try again`,
      { cause: error },
    );
  }
}

/** What to tell a person whose disk did not take the files; other errors as they are. */
function diskError(folder: string, error: NodeJS.ErrnoException): Error {
  if (error.syscall === undefined) return error;
  const isFull = diskAdvice(error, folder).startsWith("make room");
  const advice = isFull ? "make room, or choose another folder with --out" : diskAdvice(error, folder);
  return new Error(
    `fillHandIn: expected to write into ${folder}, got: ${error.message}; ${advice}. An earlier hand-in is as it was`,
    { cause: error },
  );
}

function move(from: string, to: string): true {
  try {
    renameOver(from, to);
    return true;
  } catch (error) {
    throw new Error(
      `fillHandIn: expected to replace ${to}, got: ${(error as Error).message}; close ${basename(to)} where it is open, then try again`,
    );
  }
}
