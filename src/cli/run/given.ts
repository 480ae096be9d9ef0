/** The notebooks and the code as they were given out, by sums: what differs is the learner's own. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Made by `npm run given`. */
export const GIVEN_FILE = "notebooks/given.json";

export type Sums = Readonly<Record<string, string>>;

export interface Given {
  /** Of the cells to be answered, and of those that check an exercise: path of the notebook to cell id to sum. */
  readonly answers: Readonly<Record<string, Sums>>;
  readonly checks: Readonly<Record<string, Sums>>;
  /** Path of a file to sum. */
  readonly files: Sums;
}

/**
 * What was given out; nothing in a project that keeps no record of it.
 *
 * @param root absolute path of the project
 */
export function readGiven(root: string): Given {
  const path = join(root, GIVEN_FILE);
  const none = { answers: {}, checks: {}, files: {} };
  if (!existsSync(path)) return none;
  try {
    return { ...none, ...(JSON.parse(readFileSync(path, "utf8")) as Partial<Given>) };
  } catch {
    return none;
  }
}

/** The sum of a text, whatever ends its lines. */
export function sumOf(text: string | Uint8Array): string {
  const unified = Buffer.from(text).toString("latin1").replaceAll("\r\n", "\n");
  return createHash("sha256").update(unified, "latin1").digest("hex").slice(0, 16);
}
