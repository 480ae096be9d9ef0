/**
 * CIFAR-10's binary batches: files of 3073-byte records, each a label byte and the 3072 bytes of an
 * image (red, green and blue planes, row by row). The official files have 10,000 records; any whole
 * number of 1 or more is read.
 */
import { joined, list, read, readPieces, sizeOf } from "#host/files";
import { IMAGE_LENGTH } from "./imageSet.js";
import type { LabelledImages } from "./imageSplits.js";

const TRAINING_BATCHES: readonly string[] = [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`);
const TEST_BATCH = "test_batch.bin";

const CLASS_NAMES_FILE = "batches.meta.txt";
const CLASS_NAMES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];
const RECORD_LENGTH = 1 + IMAGE_LENGTH;
const RECORDS_AT_ONCE = 512;

const NEXT_STEP =
  "run `npm run data` to download it, or set CIFAR10_DIR to the folder of its binary version; loadImages() makes do with synthetic images";
const DAMAGED = "the file is damaged or of another kind: delete the folder and run `npm run data` to download it again";

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
  if (present.has("data_batch_1")) return `the Python version; the binary version is needed: ${NEXT_STEP}`;
  return `no ${missing.join(", no ")}; ${NEXT_STEP}`;
}

function countRecords(path: string): number {
  const size = sizeOf(path);
  if (size === 0 || size % RECORD_LENGTH !== 0) {
    throw new Error(
      `getCifar10Data: expected ${path} to hold whole records of ${RECORD_LENGTH} bytes, got ${size} bytes, which is not a multiple above 0; ${DAMAGED}`,
    );
  }
  return size / RECORD_LENGTH;
}

function readClassNames(path: string): string[] {
  const names = new TextDecoder().decode(read(path)).split(/\s/).filter((name) => name !== "");
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
  const images = { pixels: new Uint8Array(count * IMAGE_LENGTH), labels: new Int32Array(count) };
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
  for (let index = 0, at = 0; at < bytes.length; index++, at += RECORD_LENGTH) {
    const label = bytes[at];
    if (label >= CLASS_NAMES.length) {
      throw new Error(`getCifar10Data: expected labels from 0 to 9, got ${label} in ${name(index)} (counted from 0); ${DAMAGED}`);
    }
    labels[start + index] = label;
    pixels.set(bytes.subarray(at + 1, at + RECORD_LENGTH), (start + index) * IMAGE_LENGTH);
  }
}
