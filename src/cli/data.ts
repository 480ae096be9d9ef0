/** `npm run data`: downloads CIFAR-10 into the project's cache, or makes a set of one's own pictures. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { cifar10Dir } from "../data/cifar10Dir.js";
import { CIFAR10_MD5, CIFAR10_URL, downloadCifar10 } from "../data/downloadCifar10.js";
import type { DownloadProgress } from "../data/downloadFile.js";
import { downloadProgressText } from "../data/downloadProgressText.js";
import { makePictureSet } from "./data/pictureSet.js";
import { swallowedOptions } from "./swallowedOptions.js";

const HELP = `npm run data [-- options]: downloads CIFAR-10, 170 MB, which take 185 MB unpacked

  --dir <folder>   where the batches go; else CIFAR10_DIR, else .cache/cifar-10-batches-bin
  --url <address>  another address of cifar-10-binary.tar.gz; else CIFAR10_URL, else
                   ${CIFAR10_URL}
  --md5 <digits>   of an archive of your own; else ${CIFAR10_MD5}
  --from <folder>  makes a set of your own in --dir, without a download: PNGs in a folder for each of up
                   to ten classes; then set CIFAR10_DIR to it
  --help           this text

A download that was broken off goes on where it stopped. Behind a proxy, fetch the archive with a
browser, put it beside the folder under its own name, and run the command: it is checked and unpacked.
Or, with Node 22.21, 24.5 or newer, set NODE_USE_ENV_PROXY=1, and NODE_USE_SYSTEM_CA=1 where a company
signs the certificates.`;

/** On a terminal a line of progress is replaced by what follows, in a file it stays. */
const CLEAR_LINE = process.stdout.isTTY ? "\r\x1b[K" : "";
const END_OF_PROGRESS = process.stdout.isTTY ? "" : "\n";

/** Milliseconds between two lines of progress. */
const EVERY = process.stdout.isTTY ? 200 : 10_000;

try {
  await main();
} catch (error) {
  process.stdout.write(CLEAR_LINE);
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

function ownSet(from: string, to: string | undefined): void {
  if (to === undefined) throw new Error("data: expected --dir <folder> beside --from, for the set that is made, got none");
  const { classes } = makePictureSet(resolve(from), resolve(to));
  for (const { name, count } of classes) process.stdout.write(`${name}: ${count} pictures\n`);
  process.stdout.write(`${resolve(to)}: a sixth of them for testing; set CIFAR10_DIR to it\n`);
}

async function main(): Promise<void> {
  const swallowed = swallowedOptions(HELP);
  if (swallowed !== null) throw new Error(swallowed);
  const { values } = parseArgs({
    options: { dir: { type: "string" }, url: { type: "string" }, md5: { type: "string" }, from: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) return void process.stdout.write(`${HELP}\n`);
  if (values.from !== undefined) return ownSet(values.from, values.dir);
  await downloadCifar10({
    dir: cifar10Dir(values.dir),
    url: values.url || process.env["CIFAR10_URL"] || CIFAR10_URL,
    md5: values.md5 ?? CIFAR10_MD5,
    log: showLine,
    onProgress: showProgress(),
  });
}

function showLine(line: string): void {
  process.stdout.write(`${CLEAR_LINE}${line}\n`);
}

function showProgress(): (progress: DownloadProgress) => void {
  let last = -Infinity;
  return (progress) => {
    const isDone = progress.received === progress.total;
    if (!isDone && performance.now() - last < EVERY) return;
    last = performance.now();
    process.stdout.write(`${CLEAR_LINE}${downloadProgressText(progress)}${END_OF_PROGRESS}`);
  };
}
