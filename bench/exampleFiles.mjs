/** A folder of files in CIFAR-10's binary format, filled with noise, for as long as it is needed. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RECORD = 3073;
const BATCHES = [1, 2, 3, 4, 5].map((i) => `data_batch_${i}.bin`);
const CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

/** @param {number} records a file @param {(dir: string) => Promise<T>} use */
export async function withExampleFiles(records, use) {
  const dir = mkdtempSync(join(tmpdir(), "two-layer-net-bench-"));
  try {
    for (const [i, file] of [...BATCHES, "test_batch.bin"].entries()) writeFileSync(join(dir, file), batch(records, i));
    writeFileSync(join(dir, "batches.meta.txt"), `${CLASSES.join("\n")}\n`);
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function batch(records, seed) {
  const bytes = new Uint8Array(records * RECORD);
  let state = seed + 1;
  for (let i = 0; i < bytes.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = i % RECORD === 0 ? (state >>> 24) % 10 : state >>> 24;
  }
  return bytes;
}
