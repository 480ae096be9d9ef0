/** The files of CIFAR-10's binary version in a folder, and the images in them. */
import { joined, list, read, readPieces, sizeOf } from "#host/files";
import { isPage, sharesMemory } from "#host/machine";
import { CLASS_NAMES, CLASS_NAMES_FILE, classNamesIn, findBadLabel, isPythonBatch, RECORD_LENGTH, RECORDS_AT_ONCE, recordsIn, TEST_BATCH, TRAINING_BATCHES } from "./batchFormat.js";
import { IMAGE_LENGTH } from "./imageLength.js";
import type { LabelledImages } from "./imageSplits.js";

const NEXT_STEP = isPage
  ? "choose its files by \"Use CIFAR-10…\" above the list of notebooks, and restart the kernel; loadImages() makes do with synthetic images"
  : "run `npm run data` to download it, or set CIFAR10_DIR to the folder of its binary version; loadImages() makes do with synthetic images";
const DAMAGED = `the file is damaged or of another kind: ${isPage ? "choose it again" : "delete the folder and run `npm run data` to download it again"}`;

export interface BatchFile {
  readonly path: string;
  /** how many records to read from it */
  readonly records: number;
}

export interface Cifar10Batches {
  readonly training: readonly BatchFile[];
  readonly test: BatchFile;
  readonly classNames: readonly string[];
}

/**
 * Looks over a folder of batches without reading the images.
 *
 * @param dir with data_batch_1.bin to data_batch_5.bin and test_batch.bin, and batches.meta.txt for
 *   the class names if they are others than CIFAR-10's
 * @param perBatch take only so many records of each file, 1 or more; all unless given
 * @throws {Error} if the folder or a batch is missing, or a file is not whole records
 */
export function findCifar10(dir: string, perBatch: number = Infinity): Cifar10Batches {
  const present = new Set(listFolder(dir));
  const missing = [...TRAINING_BATCHES, TEST_BATCH].filter((name) => !present.has(name));
  if (missing.length > 0) {
    throw new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got ${whatIsThere(dir, present, missing)}`);
  }
  const batch = (name: string): BatchFile => {
    const path = joined(dir, name);
    return { path, records: Math.min(perBatch, countRecords(path)) };
  };
  return {
    training: TRAINING_BATCHES.map(batch),
    test: batch(TEST_BATCH),
    classNames: present.has(CLASS_NAMES_FILE) ? readClassNames(joined(dir, CLASS_NAMES_FILE)) : CLASS_NAMES,
  };
}

function listFolder(dir: string): string[] {
  try {
    return list(dir);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const found = code === "ENOENT" ? "no such folder" : code === "ENOTDIR" ? "a file" : message;
    throw new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got ${found}; ${NEXT_STEP}`, { cause });
  }
}

function whatIsThere(dir: string, present: ReadonlySet<string>, missing: readonly string[]): string {
  if (present.size === 0) return `an empty folder; ${NEXT_STEP}`;
  if (present.has("cifar-10-batches-bin")) return `their parent folder; did you mean ${joined(dir, "cifar-10-batches-bin")}?`;
  if ([...present].some(isPythonBatch)) return `the Python version; the binary version is needed: ${NEXT_STEP}`;
  return `no ${missing.join(", no ")}; ${NEXT_STEP}`;
}

function countRecords(path: string): number {
  const size = sizeOf(path);
  const records = recordsIn(size);
  if (records === undefined) {
    throw new Error(
      `getCifar10Data: expected ${path} to hold whole records of ${RECORD_LENGTH} bytes, got ${size} bytes, which is not a multiple above 0; ${DAMAGED}`,
    );
  }
  return records;
}

function readClassNames(path: string): string[] {
  const names = classNamesIn(new TextDecoder().decode(read(path)));
  if (names.length !== CLASS_NAMES.length) {
    throw new Error(`getCifar10Data: expected ${path} to hold ${CLASS_NAMES.length} class names, got ${names.length}; ${DAMAGED}`);
  }
  return names;
}

/**
 * The first images of these files, read straight into the memory in which they stay.
 *
 * @param count how many, at most the files' records together
 * @throws {Error} if a label is over 9, or a file has become shorter
 */
export function readImages(files: readonly BatchFile[], count: number): LabelledImages {
  // Where threads see it, so that a sweep needs no second copy of 150 MB.
  const memory = sharesMemory ? new SharedArrayBuffer(count * IMAGE_LENGTH) : new ArrayBuffer(count * IMAGE_LENGTH);
  const images = { pixels: new Uint8Array(memory), labels: new Int32Array(count) };
  let filled = 0;
  for (const { path, records } of files) {
    const wanted = Math.min(records, count - filled);
    if (wanted > 0) readBatch(path, wanted, images, filled);
    filled += wanted;
  }
  return images;
}

function readBatch(path: string, records: number, images: LabelledImages, start: number): void {
  const buffer = new Uint8Array(Math.min(records, RECORDS_AT_ONCE) * RECORD_LENGTH);
  readPieces(path, (fill) => {
    for (let record = 0; record < records; record += RECORDS_AT_ONCE) {
      const bytes = buffer.subarray(0, Math.min(RECORDS_AT_ONCE, records - record) * RECORD_LENGTH);
      if (fill(bytes) < bytes.length) throw new Error(`getCifar10Data: expected ${path} to stay as it is, got its end too early; read it again when nothing writes to it`);
      copyRecords(bytes, images, start + record, (index) => `record ${record + index} of ${path}`);
    }
  });
}

function copyRecords(bytes: Uint8Array, { pixels, labels }: LabelledImages, start: number, name: (index: number) => string): void {
  const bad = findBadLabel(bytes);
  if (bad) throw new Error(`getCifar10Data: expected labels from 0 to 9, got ${bad.label} in ${name(bad.index)} (counted from 0); ${DAMAGED}`);
  for (let index = start, at = 0; at < bytes.length; index++, at += RECORD_LENGTH) {
    labels[index] = bytes[at];
    pixels.set(bytes.subarray(at + 1, at + RECORD_LENGTH), index * IMAGE_LENGTH);
  }
}
