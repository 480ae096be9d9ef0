/** Files that come in pieces: kept in memory until the last one is there, so that half a file is never under its name. */
import { Refusal } from "../request.js";

const LARGEST = 200_000_000;
/** Uploads that may be under way; the oldest gives way. */
const AT_ONCE = 4;

export class Uploads {
  private readonly pieces = new Map<string, Uint8Array[]>();

  /**
   * Takes a piece.
   *
   * @param chunk 1 for the first, -1 for the last
   * @returns the whole file after the last piece, else null
   * @throws {Refusal} 400 for a piece of a file that was not begun, 413 for too much
   */
  add(path: string, chunk: number, bytes: Uint8Array): Uint8Array | null {
    if (chunk === 1) this.begin(path);
    const pieces = this.pieces.get(path);
    if (pieces === undefined) throw new Refusal(400, `expected the first piece of ${path} before others; upload it again`);
    pieces.push(bytes);
    if (size(pieces) > LARGEST) {
      this.pieces.delete(path);
      throw new Refusal(413, `expected a file of ${LARGEST / 1e6} MB at most, got more`);
    }
    if (chunk !== -1) return null;
    this.pieces.delete(path);
    return joined(pieces);
  }

  private begin(path: string): void {
    this.pieces.delete(path);
    const [oldest] = this.pieces.keys();
    if (oldest !== undefined && this.pieces.size >= AT_ONCE) this.pieces.delete(oldest);
    this.pieces.set(path, []);
  }
}

function size(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(size(pieces));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
