/** CIFAR-10 folders and archives of a few made-up records. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

export const BATCH_NAMES = ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"];
export const CLASS_NAMES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

/** Byte j of record i of a batch: all different from those of the neighbours. */
export function pixelOf(batch: number, record: number, j: number): number {
  return (37 * batch + 11 * record + j) % 256;
}

export function labelOf(batch: number, record: number): number {
  return (batch + 3 * record) % 10;
}

/** @param batch 0..5, the last for testing */
export function batchBytes(batch: number, records: number): Uint8Array {
  const bytes = new Uint8Array(records * 3073);
  for (let record = 0; record < records; record++) {
    bytes[record * 3073] = labelOf(batch, record);
    for (let j = 0; j < 3072; j++) bytes[record * 3073 + 1 + j] = pixelOf(batch, record, j);
  }
  return bytes;
}

/** A folder with so many records in each batch. */
export function tinyCifar10(records: readonly number[] = [2, 2, 2, 2, 2, 2]): string {
  const dir = temporaryFolder();
  BATCH_NAMES.forEach((name, batch) => writeFileSync(join(dir, name), batchBytes(batch, records[batch])));
  writeFileSync(join(dir, "batches.meta.txt"), `${CLASS_NAMES.join("\n")}\n\n`);
  return dir;
}

export interface TarEntry {
  readonly name: string;
  readonly type?: "file" | "symlink" | "link" | "directory" | "fifo";
  readonly linkname?: string;
  readonly bytes?: Uint8Array;
}

export async function tarGz(entries: readonly TarEntry[]): Promise<Uint8Array> {
  const tar = pack();
  for (const { bytes, ...header } of entries) tar.entry(header, Buffer.from(bytes ?? []));
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  return gzipSync(Buffer.concat(chunks));
}

/** What the official archive holds, with two records a batch. */
export async function tinyArchive(): Promise<Uint8Array> {
  return tarGz([
    { name: "cifar-10-batches-bin/", type: "directory" },
    ...BATCH_NAMES.map((name, batch) => ({ name: `cifar-10-batches-bin/${name}`, bytes: batchBytes(batch, 2) })),
    { name: "cifar-10-batches-bin/batches.meta.txt", bytes: Buffer.from(`${CLASS_NAMES.join("\n")}\n`) },
  ]);
}

export function md5Of(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("hex");
}

export function emptyFolder(): string {
  const dir = join(temporaryFolder(), "empty");
  mkdirSync(dir);
  return dir;
}
