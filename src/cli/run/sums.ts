/** Sums by which notebooks and code are known as they were given out: what differs is the learner's own. */
import { sha256 } from "#host/bytes";

export type Sums = Readonly<Record<string, string>>;

export interface Given {
  /** Of the cells to be answered, and of those that check an exercise: path of the notebook to cell id to sum. */
  readonly answers: Readonly<Record<string, Sums>>;
  readonly checks: Readonly<Record<string, Sums>>;
  /** Path of a file to sum. */
  readonly files: Sums;
}

const [LF, CR] = [10, 13];

/** The sum of a text, whatever ends its lines. */
export function sumOf(text: string | Uint8Array): string {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return sha256(bytes.includes(CR) ? bytes.filter((byte, index) => byte !== CR || bytes[index + 1] !== LF) : bytes).slice(0, 16);
}
