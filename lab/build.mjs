/**
 * Makes front-end.zip, the page that `npm run lab` serves, from src/ and the packages of package.json.
 *
 * `node lab/build.mjs` writes it, `--check` says whether the committed one is whole and belongs to the sources
 * beside it (needs neither the bundler nor the packages), `--folder <path>` lays the files out unzipped besides.
 */
import { writeFileSync } from "node:fs";
import { checkZip } from "./build/checkZip.mjs";
import { licences } from "./build/licences.mjs";
import { schemas } from "./build/schemas.mjs";
import { layOut, zipOf } from "./build/zip.mjs";
import { lab, zipFile } from "./build/place.mjs";
import { sourceHash } from "./build/sourceHash.mjs";

const argument = process.argv[2];
if (argument === "--check") check();
else await build(argument === "--folder" ? process.argv[3] : undefined);

function check() {
  const problems = checkZip(zipFile);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log("lab/front-end.zip: whole, and made from these sources");
}

async function build(folder) {
  const { bundle } = await import("./build/bundle.mjs");
  const { files, packages, esbuild } = await bundle(lab);
  files.set("schemas.json", JSON.stringify(schemas(packages)));
  files.set("static/LICENSES.txt", licences(packages));
  const zip = zipOf(files, { source: sourceHash(lab), esbuild });
  writeFileSync(zipFile, zip);
  if (folder !== undefined) layOut(zip, folder);
  console.log(`lab/front-end.zip: ${files.size} files of ${packages.length} packages, ${(zip.length / 1e6).toFixed(2)} MB`);
}
