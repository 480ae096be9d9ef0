/** Runs a notebook on a kernel of its own, of the kind that it or the command line names. */
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { runNotebook, type RunResult } from "../../jupyter/client/runNotebook.js";
import { startKernel } from "../../jupyter/client/startKernel.js";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { jupyterDataFolders } from "../../jupyter/protocol/dataFolders.js";
import { findKernelSpec, type KernelSpec } from "../../jupyter/protocol/kernelSpec.js";
import type { Surroundings } from "../command.js";
import { shortPath } from "../terminal.js";
import type { Options } from "./options.js";
import type { Selected } from "./selectNotebooks.js";

/** How long a kernel may take to answer, and to send what is missing after a cell. */
const START_SECONDS = 60;
const SILENCE_SECONDS = 5;

export interface KernelRun extends RunResult {
  /** The kernel's name. */
  readonly kernel: string;
}

/**
 * Runs the notebook, with its cells and failures on the terminal.
 *
 * @param upTo the number of the last code cell that runs; default all
 * @throws {Error} if there is no such kernel, or it does not start
 */
export async function runOnKernel(
  { name, path }: Selected,
  source: Notebook,
  options: Options,
  { root, terminal, signal, workingDirectory }: Surroundings,
  upTo?: number,
): Promise<KernelRun> {
  const spec = findKernelSpec(kernelName(source, options, path), [join(root, "jupyter"), ...jupyterDataFolders()]);
  terminal.tick(`${name}  starting kernel ${spec.name}`, name);
  try {
    const kernel = await startKernel({ ...spec, env: environmentOf(source, spec, options) }, dirname(path), START_SECONDS, signal);
    let hangs = true;
    try {
      const limits = { seconds: options.timeout, silence: SILENCE_SECONDS, keepGoing: options.keepGoing, ...(upTo && { upTo }) };
      const result = await runNotebook(source, kernel, limits, terminal.events(name), signal);
      hangs = result.kernelLost || result.status === "stopped";
      for (const failure of result.failures) terminal.failure(shortPath(path, workingDirectory), result.codeCells, failure);
      return { ...result, kernel: spec.name };
    } finally {
      await kernel.stop(hangs);
    }
  } finally {
    terminal.endTick(name);
  }
}

/**
 * What is said to the reader while the notebook runs is said in its language. Where as many notebooks run as there are
 * cores, each computes on one: with more, their threads would wait for each other.
 */
function environmentOf({ metadata }: Notebook, { env }: KernelSpec, { jobs }: Options): Record<string, string> {
  const lang = typeof metadata.lang === "string" ? { TWO_LAYER_NET_LANG: metadata.lang } : {};
  const threads = process.env.TWO_LAYER_NET_THREADS === undefined && jobs > 1 && jobs >= availableParallelism() ? { TWO_LAYER_NET_THREADS: "1" } : {};
  return { ...threads, ...env, ...lang };
}

function kernelName(notebook: Notebook, { kernel }: Options, path: string): string {
  const spec = notebook.metadata.kernelspec as Record<string, unknown> | undefined;
  const name = kernel ?? spec?.name;
  if (typeof name === "string") return name;
  throw new Error(
    `runOnKernel: expected ${path} to name its kernel in metadata.kernelspec.name, got none; choose one with --kernel <name>`,
  );
}
