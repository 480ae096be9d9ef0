/** A set of one's own: folders of pictures, one for each class, as a folder in CIFAR-10's binary format. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { convertIndexedToRgb, decode, type DecodedPng } from "fast-png";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";

const SIZE = 32;
const CLASSES = 10;
const BATCHES = ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"];
const NAMES = "batches.meta.txt";

/** How many pictures of each class there are. */
export interface PictureSet {
  readonly classes: readonly { readonly name: string; readonly count: number }[];
}

/**
 * Writes the six batches and the names: a sixth of each class is for testing. Pictures are cut to a square around the
 * middle and made 32 × 32; what shows through is white. Which picture goes where depends on its path alone.
 *
 * @param from absolute path of a folder with a folder of PNG files for each of one to ten classes
 * @param to absolute path of the new set
 * @throws {Error} if there are no such folders, too few pictures for six batches, or one cannot be read
 */
export function makePictureSet(from: string, to: string): PictureSet {
  const names = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name).sort();
  if (names.length === 0 || names.length > CLASSES) {
    throw new Error(`makePictureSet: expected ${from} to have a folder for each of 1 to ${CLASSES} classes, got ${names.length}`);
  }
  if (existsSync(to) && readdirSync(to).length > 0 && !existsSync(join(to, NAMES))) throw new Error(`makePictureSet: expected ${to} to be empty or to hold an earlier set, got other files; choose another --dir`);
  const records: Uint8Array[][] = BATCHES.map(() => []);
  const classes = names.map((name, label) => {
    const paths = readdirSync(join(from, name)).filter((file) => /\.png$/i.test(file)).sort(byHash(name));
    if (paths.length < BATCHES.length) throw new Error(`makePictureSet: expected ${join(from, name)} to hold ${BATCHES.length} or more PNG files, got ${paths.length}`);
    paths.forEach((file, i) => records[i % BATCHES.length].push(recordOf(join(from, name, file), label)));
    return { name, count: paths.length };
  });
  BATCHES.forEach((file, i) => writeFileAtomic(join(to, file), Buffer.concat(records[i].sort(Buffer.compare))));
  writeFileAtomic(join(to, NAMES), `${Array.from({ length: CLASSES }, (_, i) => (names[i] ?? `unused_${i}`).replaceAll(/\s+/g, "_")).join("\n")}\n`);
  return { classes };
}

/** An order that has nothing to do with names, dates or whoever took the pictures. */
function byHash(folder: string): (a: string, b: string) => number {
  const hash = (file: string): string => createHash("sha256").update(`${folder}/${file}`).digest("hex");
  return (a, b) => (hash(a) < hash(b) ? -1 : 1);
}

function recordOf(path: string, label: number): Uint8Array {
  const record = new Uint8Array(1 + 3 * SIZE * SIZE);
  record[0] = label;
  let png: DecodedPng;
  try {
    png = decode(readFileSync(path), { checkCrc: true });
  } catch (error) {
    throw new Error(`makePictureSet: expected ${path} to be a PNG, got: ${(error as Error).message}`, { cause: error });
  }
  const { width, height } = png;
  const colour = colourOf(png);
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  for (let plane = 0; plane < 3; plane++) {
    for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) {
      record[1 + (plane * SIZE + y) * SIZE + x] = meanOf((column, row) => colour(column, row, plane), left + (x * side) / SIZE, top + (y * side) / SIZE, side / SIZE);
    }
  }
  return record;
}

/** The mean over a square whose sides may lie within pixels. */
function meanOf(value: (column: number, row: number) => number, left: number, top: number, side: number): number {
  let [sum, area] = [0, 0];
  for (let row = Math.floor(top); row < top + side - 1e-9; row++) {
    const high = Math.min(row + 1, top + side) - Math.max(row, top);
    for (let column = Math.floor(left); column < left + side - 1e-9; column++) {
      const share = high * (Math.min(column + 1, left + side) - Math.max(column, left));
      sum += share * value(column, row);
      area += share;
    }
  }
  return Math.round(sum / area);
}

/** Red, green and blue from 0 to 255, on white. */
function colourOf(png: DecodedPng): (column: number, row: number, plane: number) => number {
  const { width } = png;
  const isIndexed = png.palette !== undefined;
  if (!isIndexed && png.depth < 8) throw new Error(`makePictureSet: expected PNG files of 8 or 16 bits, or of a palette, got one of ${png.depth}; save it again with 8 bits`);
  const data = isIndexed ? convertIndexedToRgb(png) : png.data;
  const channels = isIndexed ? data.length / (width * png.height) : png.channels;
  const most = !isIndexed && png.depth === 16 ? 65_535 : 255;
  const hasAlpha = channels === 2 || channels === 4;
  return (column, row, plane) => {
    const at = (row * width + column) * channels;
    const alpha = hasAlpha ? data[at + channels - 1] / most : 1;
    const own = data[at + (channels < 3 ? 0 : plane)] / most;
    return 255 * (alpha * own + 1 - alpha);
  };
}
