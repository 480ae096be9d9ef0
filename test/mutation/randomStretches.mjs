/** A part of a folder's code that stands for the whole: stretches of lines, drawn at random. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { minimatch } from "minimatch";
import { RandomState } from "../../dist/index.js";
import { NOT_MUTATED } from "./folders.mjs";

const LINES = 10;

/**
 * @param patterns of files
 * @param count of stretches
 * @param seed draws the same ones each time
 * @returns what Stryker takes: a file and its lines, such as `src/nn/layers/affine.ts:11-20`
 */
export function randomStretches(root, patterns, count, seed) {
  const isOne = (file, of) => of.some((pattern) => minimatch(file, pattern));
  const sources = readdirSync(join(root, "src"), { recursive: true }).map((file) => `src/${file.replaceAll("\\", "/")}`).sort();
  const files = sources.filter((file) => isOne(file, patterns) && !isOne(file, NOT_MUTATED));
  const stretches = files.flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").split("\n").length;
    return Array.from({ length: Math.ceil(lines / LINES) }, (_, i) => `${file}:${i * LINES + 1}-${(i + 1) * LINES}`);
  });
  const order = new RandomState(seed).permutation(stretches.length).data;
  return Array.from(order.slice(0, count), (i) => stretches[i]);
}
