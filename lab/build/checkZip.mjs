/** Says what is wrong with the committed zip. */
import { existsSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { lab } from "./place.mjs";
import { sourceHash } from "./sourceHash.mjs";
import { sha256 } from "./zip.mjs";

const LIMIT = 2_000_000;
const WHAT_TO_DO = "run `npm run lab:build` and commit lab/front-end.zip";

/** @returns {string[]} a line for each problem, none where all is well */
export function checkZip(path) {
  if (!existsSync(path)) return [`lab/front-end.zip is missing: ${WHAT_TO_DO}`];
  const bytes = readFileSync(path);
  const { "sums.json": sheet, ...files } = unzipSync(bytes);
  if (sheet === undefined) return [`lab/front-end.zip has no sums.json: ${WHAT_TO_DO}`];
  const { source, files: sums } = JSON.parse(strFromU8(sheet));
  const problems = [];
  if (bytes.length >= LIMIT) problems.push(`lab/front-end.zip: expected fewer than ${LIMIT} bytes, got ${bytes.length}`);
  if (source !== sourceHash(lab)) problems.push(`lab/front-end.zip was made from other sources than those in lab/: ${WHAT_TO_DO}`);
  for (const name of new Set([...Object.keys(sums), ...Object.keys(files)])) {
    if (!(name in files)) problems.push(`lab/front-end.zip: ${name} is missing`);
    else if (sums[name] !== sha256(files[name])) problems.push(`lab/front-end.zip: ${name} is not what sums.json says`);
  }
  return problems;
}
