/**
 * The proof in an executed notebook that this clone ran it: a sum of code, outputs and record, made
 * with a key that stays in the clone's cache. Outputs that came with the notebook, from another
 * machine or by hand have none.
 */
import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";

const KEY_BYTES = 32;
/** Keys that could not be kept in a file: they hold as long as the process. */
const unkept = new Map<string, Buffer>();

/** The notebook with its proof; it has the record of its run already. */
export function withProof(notebook: Notebook, root: string): Notebook {
  // As it will be read again.
  const read = readNotebook(writeNotebook(notebook), "the executed notebook");
  const run = { ...(read.metadata.run as object), proof: proofOf(read, root) };
  return { ...notebook, metadata: { ...notebook.metadata, run } };
}

/** True if this clone ran the notebook, and nobody changed its code or outputs since. */
export function isProven(notebook: Notebook, root: string): boolean {
  const run = notebook.metadata.run as { readonly proof?: unknown } | undefined;
  return typeof run?.proof === "string" && run.proof === proofOf(notebook, root);
}

function proofOf({ metadata, cells }: Notebook, root: string): string {
  const code = cells.flatMap((cell) => (cell.cell_type === "code" ? [[cell.source, cell.execution_count, cell.outputs]] : []));
  const { proof: _, ...run } = (metadata.run ?? {}) as Record<string, unknown>;
  return createHmac("sha256", keyOf(root)).update(JSON.stringify([run, code])).digest("base64url");
}

function keyOf(root: string): Buffer {
  const path = join(root, ".cache", "run-key");
  const kept = unkept.get(root) ?? readKey(path);
  if (kept) return kept;
  const key = randomBytes(KEY_BYTES);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, key, { flag: "wx", mode: 0o600 });
    return key;
  } catch {
    // another process was first, or nothing can be written there
    const other = readKey(path) ?? key;
    unkept.set(root, other);
    return other;
  }
}

function readKey(path: string): Buffer | null {
  try {
    const key = readFileSync(path);
    return key.length === KEY_BYTES ? key : null;
  } catch {
    return null;
  }
}
