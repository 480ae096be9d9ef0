/** The command behind `npm run freeze`: executes notebooks and keeps their outputs in them. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadImages } from "../data/loadImages.js";
import type { Notebook } from "../runner/notebook/notebook.js";
import { readNotebook } from "../runner/notebook/readNotebook.js";
import { writeNotebook } from "../runner/notebook/writeNotebook.js";
import { readOptions } from "../runner/options.js";
import { replaceFile } from "../runner/replaceFile.js";
import { runAll } from "../runner/runAll.js";
import { selectNotebooks } from "../runner/selectNotebooks.js";
import { Terminal } from "../runner/terminal.js";
import { frozenNotebook } from "./frozenNotebook.js";
import { FROZEN_ENVIRONMENT } from "./surroundings.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

try {
  process.exitCode = await freeze(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

/** Runs the notebooks in a folder of their own; they change only if all of them went through. */
async function freeze(args: readonly string[]): Promise<number> {
  Object.assign(process.env, FROZEN_ENVIRONMENT);
  if (loadImages().synthetic) {
    throw new Error("freeze: expected CIFAR-10, got none; run `npm run data`, or set CIFAR10_DIR to the folder of its binary version");
  }
  const out = mkdtempSync(join(tmpdir(), "two-layer-net-freeze-"));
  try {
    const options = { ...readOptions(args), out };
    const terminal = new Terminal(process.stdout);
    const workingDirectory = process.cwd();
    if (!(await runAll(options, { root: ROOT, workingDirectory, terminal }))) return 1;
    for (const { name, path } of selectNotebooks(options.names, join(ROOT, "notebooks"), workingDirectory, options.lang)) {
      replaceFile(path, writeNotebook(frozenNotebook(read(path), read(join(out, `${name}.ipynb`)))));
      terminal.line(`${path}: outputs kept`);
    }
    return 0;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function read(path: string): Notebook {
  return readNotebook(readFileSync(path, "utf8"), path);
}
