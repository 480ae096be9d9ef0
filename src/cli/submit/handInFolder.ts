/** The folder of the hand-in: files are made in a folder of their own and moved when all are whole. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { removeLeftovers } from "../../files/leftovers.js";
import { generator } from "./submissionPage.js";

const FILES = ["submission.html", "submission.pdf", "submission.zip"] as const;
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
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work);
    await write(work);
  } catch (error) {
    if (existsSync(work)) rmSync(work, { recursive: true, maxRetries: 5 });
    throw diskError(folder, error as NodeJS.ErrnoException);
  }
  try {
    return FILES.filter((file) => {
      if (existsSync(join(work, file))) return move(join(work, file), join(folder, file));
      rmSync(join(folder, file), { force: true });
      return false;
    }).map((file) => join(folder, file));
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What to tell a person whose disk did not take the files; other errors as they are. */
function diskError(folder: string, error: NodeJS.ErrnoException): Error {
  if (error.syscall === undefined) return error;
  return new Error(
    `fillHandIn: expected to write into ${folder}, got: ${error.message}; make room, or choose another folder with --out. An earlier hand-in is as it was`,
    { cause: error },
  );
}

function move(from: string, to: string): true {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    throw new Error(
      `fillHandIn: expected to replace ${to}, got: ${(error as Error).message}; close ${basename(to)} where it is open, then try again`,
    );
  }
}
