/** The files of a tar archive, as parts of it: source IEEE Std 1003.1-2017, pax, "ustar Interchange Format". */

const BLOCK = 512;
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const SUM = [148, 8] as const;
const TYPE = 156;
const FILE_TYPES = "0\0";

/** @throws {RangeError} if it is no such archive, or ends early: after the files that came before */
export async function* tarFiles(tar: Blob): AsyncGenerator<{ readonly name: string; readonly content: Blob }> {
  let at = 0;
  while (at + BLOCK <= tar.size) {
    const head = new Uint8Array(await tar.slice(at, at + BLOCK).arrayBuffer());
    // Blocks of zeros end it.
    if (head.every((byte) => byte === 0)) return;
    if (number(head, SUM) !== sumOf(head)) throw new RangeError("no tar archive");
    const size = number(head, SIZE);
    const isFile = FILE_TYPES.includes(String.fromCharCode(head[TYPE]!));
    if (isFile) yield { name: text(head, NAME), content: tar.slice(at + BLOCK, at + BLOCK + size) };
    at += BLOCK * (1 + Math.ceil(size / BLOCK));
  }
  throw new RangeError("an early end");
}

/** Of all bytes of the head, those of the sum itself as spaces. */
function sumOf(head: Uint8Array): number {
  const [start, length] = SUM;
  return head.reduce((sum, byte, i) => sum + (i >= start && i < start + length ? 32 : byte), 0);
}

function text(head: Uint8Array, [start, length]: readonly [number, number]): string {
  return new TextDecoder().decode(head.subarray(start, start + length)).split("\0")[0]!;
}

function number(head: Uint8Array, field: readonly [number, number]): number {
  return parseInt(text(head, field).trim(), 8);
}
