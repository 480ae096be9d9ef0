/** The part of CIFAR-10 that is put beside a site. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CLASS_NAMES_FILE, RECORD_LENGTH } from "../../data/batchFormat.js";
import { type BatchFile, findCifar10, readImages } from "../../data/cifar10Batches.js";

/** Files by their names in the official format, and how many images they hold to train and validate with, and to test with. */
export interface ImagePart {
  readonly training: number;
  readonly test: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The first images of each batch.
 *
 * @param folder with the six binary batches
 * @param perBatch how many of each; of a batch that has fewer, all
 * @throws {Error} if a batch is missing, has another length, or a label that is none
 */
export function siteImages(folder: string, perBatch: number): ImagePart {
  const { training, test, classNames } = findCifar10(folder, perBatch);
  const batches = [...training, test];
  // Looks at each label.
  for (const batch of batches) readImages([batch], batch.records);
  const files = new Map(batches.map((batch) => [basename(batch.path), firstRecords(batch)]));
  files.set(CLASS_NAMES_FILE, new TextEncoder().encode(`${classNames.join("\n")}\n`));
  return { training: training.reduce((sum, { records }) => sum + records, 0), test: test.records, files };
}

function firstRecords({ path, records }: BatchFile): Uint8Array {
  return readFileSync(path).subarray(0, records * RECORD_LENGTH);
}
