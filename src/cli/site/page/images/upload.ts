/** CIFAR-10 from files that somebody has chosen: its archive, or the batches themselves. Nothing of it is held in memory. */
import { CLASS_NAMES, CLASS_NAMES_FILE, classNamesIn, findBadLabel, isPythonBatch, RECORD_LENGTH, RECORDS_AT_ONCE, recordsIn, TEST_BATCH, TRAINING_BATCHES } from "../../../../data/batchFormat.js";
import { tarFiles } from "./tarFiles.js";

/** As much as the page needs to know of a set; the files are parts of what was chosen. */
export interface ImageFiles {
  /** How many images there are to train and validate with, and to test with. */
  readonly training: number;
  readonly test: number;
  readonly files: ReadonlyMap<string, Blob>;
}

/** Why files cannot be used. */
export type Problem =
  | { readonly kind: "missing"; readonly missing: readonly string[]; readonly got: readonly string[] }
  | { readonly kind: "python" }
  | { readonly kind: "archive"; readonly name: string; readonly reason: string }
  | { readonly kind: "size"; readonly name: string; readonly size: number; readonly record: number }
  | { readonly kind: "label"; readonly name: string; readonly index: number; readonly label: number }
  | { readonly kind: "classes"; readonly name: string; readonly count: number };

export class UploadProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`unusable images: ${JSON.stringify(problem)}`);
    this.problem = problem;
  }
}

export interface UploadProgress {
  readonly step: "unpacking" | "checking";
  /** 0 to 1 */
  readonly share: number;
}

const BATCHES = [...TRAINING_BATCHES, TEST_BATCH];
/** Of an archive after unpacking, as in `data/unpackArchive.ts`. */
const MOST_BYTES = 2 ** 28;

/**
 * Unpacks what is packed, and looks at each record.
 *
 * @param mostBytes that an archive may have after unpacking
 * @throws {UploadProblem} if it is not the six batches, whole, with labels from 0 to 9
 */
export async function readUpload(chosen: readonly File[], tell: (progress: UploadProgress) => void, mostBytes = MOST_BYTES): Promise<ImageFiles> {
  const there = new Map<string, Blob>(chosen.map((file) => [file.name, file]));
  for (const file of chosen) {
    if (await isPacked(file)) for (const [name, content] of await unpacked(file, tell, mostBytes)) there.set(name, content);
  }
  const names = [...there.keys()];
  const missing = BATCHES.filter((name) => !there.has(name));
  if (missing.length > 0) throw new UploadProblem(names.some(isPythonBatch) ? { kind: "python" } : { kind: "missing", missing, got: names });
  const files = new Map([...BATCHES, CLASS_NAMES_FILE].flatMap((name) => (there.has(name) ? [[name, there.get(name)!] as const] : [])));
  const records = BATCHES.map((name) => countRecords(name, files.get(name)!));
  await checkClassNames(files.get(CLASS_NAMES_FILE));
  await checkLabels(files, tell);
  const test = records.pop()!;
  return { training: records.reduce((sum, count) => sum + count, 0), test, files };
}

/** Two bytes begin a file of gzip: source RFC 1952, 2.3.1. */
async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** Its files, without folders. */
async function unpacked(archive: File, tell: (progress: UploadProgress) => void, mostBytes: number): Promise<Map<string, Blob>> {
  try {
    const counted = counting((bytes) => tell({ step: "unpacking", share: bytes / archive.size }));
    const limited = counting((bytes) => {
      if (bytes > mostBytes) throw new RangeError(`more than ${mostBytes} bytes`);
    });
    // The browser keeps a large answer outside of the page's memory.
    const tar = await new Response(archive.stream().pipeThrough(counted).pipeThrough(new DecompressionStream("gzip")).pipeThrough(limited)).blob();
    const files = new Map<string, Blob>();
    for await (const { name, content } of tarFiles(tar)) files.set(name.slice(name.lastIndexOf("/") + 1), content);
    return files;
  } catch (error) {
    throw new UploadProblem({ kind: "archive", name: archive.name, reason: (error as Error).message });
  }
}

/** Passes bytes on, and says how many there were so far. */
function counting(count: (bytes: number) => void): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      count(bytes += chunk.length);
      controller.enqueue(chunk);
    },
  });
}

function countRecords(name: string, { size }: Blob): number {
  const records = recordsIn(size);
  if (records === undefined) throw new UploadProblem({ kind: "size", name, size, record: RECORD_LENGTH });
  return records;
}

async function checkClassNames(file: Blob | undefined): Promise<void> {
  const { length: count } = file ? classNamesIn(await file.text()) : CLASS_NAMES;
  if (count !== CLASS_NAMES.length) throw new UploadProblem({ kind: "classes", name: CLASS_NAMES_FILE, count });
}

async function checkLabels(files: ReadonlyMap<string, Blob>, tell: (progress: UploadProgress) => void): Promise<void> {
  const batches = BATCHES.map((name) => [name, files.get(name)!] as const);
  const all = batches.reduce((sum, [, { size }]) => sum + size, 0);
  let checked = 0;
  for (const [name, content] of batches) {
    for (let at = 0; at < content.size; at += RECORDS_AT_ONCE * RECORD_LENGTH) {
      const records = new Uint8Array(await content.slice(at, at + RECORDS_AT_ONCE * RECORD_LENGTH).arrayBuffer());
      const bad = findBadLabel(records);
      if (bad) throw new UploadProblem({ kind: "label", name, index: at / RECORD_LENGTH + bad.index, label: bad.label });
      tell({ step: "checking", share: (checked += records.length) / all });
    }
  }
}
