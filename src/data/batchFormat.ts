/**
 * CIFAR-10's binary format: files of 3073-byte records, each a label byte and the 3072 bytes of an image (red, green and
 * blue planes, row by row). The official files have 10,000 records; any whole number of 1 or more is read.
 */
import { IMAGE_LENGTH } from "./imageLength.js";

export const TRAINING_BATCHES: readonly string[] = [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`);
export const TEST_BATCH = "test_batch.bin";

export const CLASS_NAMES_FILE = "batches.meta.txt";
export const CLASS_NAMES: readonly string[] = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];
export const RECORD_LENGTH: number = 1 + IMAGE_LENGTH;
/** So many are read at once: 1.5 MB. */
export const RECORDS_AT_ONCE = 512;

/** Records of a file of so many bytes; undefined if they are not whole, or none. */
export function recordsIn(bytes: number): number | undefined {
  return bytes > 0 && bytes % RECORD_LENGTH === 0 ? bytes / RECORD_LENGTH : undefined;
}

/** The first record of these whose label is none, counted from 0; undefined if all are labels. */
export function findBadLabel(records: Uint8Array): { readonly index: number; readonly label: number } | undefined {
  for (let at = 0; at < records.length; at += RECORD_LENGTH) {
    const label = records[at];
    if (label >= CLASS_NAMES.length) return { index: at / RECORD_LENGTH, label };
  }
  return undefined;
}

/** The names in the text of {@link CLASS_NAMES_FILE}; as many as there are. */
export function classNamesIn(text: string): string[] {
  return text.split(/\s/).filter((name) => name !== "");
}

/** Whether this is a name of the Python version, whose files look alike and hold something else. */
export function isPythonBatch(name: string): boolean {
  return /^(data_batch_[1-5]|test_batch)$/.test(name);
}
