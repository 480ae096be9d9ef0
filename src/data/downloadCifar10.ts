/** Getting CIFAR-10: download, checksum, unpacking; any of them can be broken off and taken up again. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { remove } from "../host/node/remove.js";
import { renameOver } from "../host/node/renameOver.js";
import { findCifar10 } from "./cifar10Batches.js";
import { downloadFile, type DownloadOptions } from "./downloadFile.js";
import { discardPartial, diskError } from "./partialFile.js";
import { unpackArchive } from "./unpackArchive.js";

export const CIFAR10_URL = "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz";
export const CIFAR10_MD5 = "c32a1d4ab5d03f1284b67883e8d87530";

const ARCHIVE = "cifar-10-binary.tar.gz";
const FOLDER_IN_ARCHIVE = "cifar-10-batches-bin";

export interface DownloadCifar10Options extends DownloadOptions {
  /** the folder that is to hold the batches; the archive lies beside it meanwhile */
  readonly dir: string;
  /** the archive's address; CIFAR-10's home unless given */
  readonly url?: string;
  /** of the archive, 32 hexadecimal digits */
  readonly md5?: string;
}

/**
 * Downloads and unpacks CIFAR-10's binary version, unless it is there already. The folder appears
 * under its name when it is complete and has been checked, and not before.
 *
 * An archive that was put beside the folder by other means, as `cifar-10-binary.tar.gz`, is taken, and left where it is.
 *
 * @throws {Error} if it cannot be had or is not the right archive, or the folder holds other things,
 *   saying what to do
 */
export async function downloadCifar10(options: DownloadCifar10Options): Promise<void> {
  const { dir, log = () => {} } = options;
  const archive = join(dirname(dir), ARCHIVE);
  if (isPresent(dir)) {
    // an earlier call was ended before it had cleared away
    if (existsSync(unpackingFolder(dir))) clearAway(dir, archive, !existsSync(join(unpackingFolder(dir), STAYS)));
    return log(`CIFAR-10 is there already: ${dir}`);
  }
  makeFolder(dirname(dir));
  const isOurs = !existsSync(archive);
  if (isOurs) await downloadArchive(archive, options);
  log(`Checking and unpacking ${archive}`);
  await checkArchive(archive, isOurs, options);
  await unpackInto(dir, archive, isOurs);
  clearAway(dir, archive, isOurs);
  log(`CIFAR-10 is ready: ${dir}${isOurs ? "" : `; ${archive} is no longer needed`}`);
}

/** @throws {Error} if the folder holds something, and not CIFAR-10 */
function isPresent(dir: string): boolean {
  if (!existsSync(dir)) return false;
  try {
    findCifar10(dir);
    return true;
  } catch (cause) {
    const isEmpty = isEmptyFolder(dir);
    if (isEmpty) return false;
    throw new Error(
      `downloadCifar10: expected ${dir} to be missing, empty or CIFAR-10, got other files, which are left alone; move or delete it, or choose another folder with --dir (${(cause as Error).message})`,
      { cause },
    );
  }
}

function isEmptyFolder(dir: string): boolean {
  try {
    return readdirSync(dir).length === 0;
  } catch {
    return false;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw diskError("downloadCifar10", folder, error);
  }
}

/** The archive gets its name when all of it has come. */
async function downloadArchive(archive: string, options: DownloadCifar10Options): Promise<void> {
  const { url = CIFAR10_URL, log = () => {} } = options;
  const partial = `${archive}.part`;
  log(`Downloading ${url}`);
  await downloadFile(url, partial, options);
  renameOver(partial, archive);
  discardPartial(partial);
}

async function checkArchive(archive: string, isOurs: boolean, { md5 = CIFAR10_MD5 }: DownloadCifar10Options): Promise<void> {
  const hash = createHash("md5");
  await pipeline(createReadStream(archive), hash);
  const found = hash.digest("hex");
  if (found === md5) return;
  if (isOurs) remove(archive);
  const next = isOurs
    ? "it is damaged or another one, and has been removed; run the same command again, or choose another address with --url"
    : `${archive} is damaged or another one; move it away and run the same command again, or give its checksum with --md5`;
  throw new Error(`downloadCifar10: expected an archive with md5 ${md5}, got ${found}: ${next}`);
}

async function unpackInto(dir: string, archive: string, isOurs: boolean): Promise<void> {
  const temporary = unpackingFolder(dir);
  remove(temporary);
  try {
    if (!isOurs) markAsStaying(temporary);
    await unpackArchive(archive, temporary);
    const batches = join(temporary, FOLDER_IN_ARCHIVE);
    findCifar10(batches);
    if (existsSync(dir)) rmdirSync(dir);
    renameOver(batches, dir);
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

function unpackingFolder(dir: string): string {
  return `${dir}.unpacking`;
}

/** In the unpacking folder: the archive is the user's own, whatever becomes of this process. */
const STAYS = "archive-stays";

function markAsStaying(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, STAYS), "");
  } catch (error) {
    throw diskError("downloadCifar10", folder, error);
  }
}

/** The unpacking folder last: as long as it is there, it says whose the archive is. */
function clearAway(dir: string, archive: string, isOurs: boolean): void {
  if (isOurs) remove(archive);
  discardPartial(`${archive}.part`);
  remove(unpackingFolder(dir));
}
