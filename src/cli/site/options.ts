/** The command line of the site. */
import { parseArgs } from "node:util";

const PER_BATCH = 1000;

export interface SiteOptions {
  /** The folder to make. */
  readonly out: string;
  /** A folder with CIFAR-10's binary batches, of which a part is put beside the site; null for synthetic images. */
  readonly images: string | null;
  /** Images that are taken of each batch. */
  readonly perBatch: number;
  readonly help: boolean;
}

export const usage = `Makes the notebooks, the lab and the kernel a folder of static files: whoever opens it in a browser
does the assignment there, with nothing installed and nothing sent anywhere.

  npm run site -- --out site            makes it
  python3 -m http.server -d site        shows it, on http://127.0.0.1:8000/

Put the folder anywhere: GitHub Pages, a school's web space, any path below it. Over http, but on this
computer, browsers give no threads and nothing works offline: use https.

Options
  --out <folder>      where it goes; a site that is there is replaced, anything else is not
  --images <folder>   puts a part of CIFAR-10 beside the site, from a folder with its six binary batches, such as
                      .cache/cifar-10-batches-bin; without it, images are synthetic until a student chooses a copy
  --per-batch <n>     takes the first n images of each batch: ${PER_BATCH} unless given, 18 MB in all
  --help              this text

What students write stays in their browser, also when the site is made anew.
`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws {TypeError} for an option that does not exist or has no value, or without --out
 * @throws {RangeError} if the number of images is not whole, or less than 1
 */
export function readOptions(args: readonly string[]): SiteOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: "string" }, images: { type: "string" }, "per-batch": { type: "string" }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.out === undefined && !values.help) throw new TypeError("readOptions: expected --out <folder>, got none");
  const perBatch = Number(values["per-batch"] ?? PER_BATCH);
  if (!(Number.isInteger(perBatch) && perBatch >= 1)) throw new RangeError(`readOptions: expected --per-batch to be a whole number of 1 or more, got ${values["per-batch"]}`);
  if (values["per-batch"] !== undefined && values.images === undefined) throw new TypeError("readOptions: expected --images <folder> beside --per-batch, got none");
  return { out: values.out ?? "", images: values.images ?? null, perBatch, help: values.help };
}
