/** Kernelspecs: our own, and that of a name among those that are installed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The arguments that Node needs before and after the kernel's main file. */
const NODE_OPTIONS = ["--no-force-async-hooks-checks"];
const CONNECTION = ["--config-path", "{connection_file}"];

/** The content of a kernel.json. */
export interface KernelSpecFile {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: "message" | "signal";
}

/** How a kernel of a name is started. */
export interface KernelSpec {
  readonly name: string;
  /** What `{resource_dir}` in argv stands for. */
  readonly folder: string;
  /** The command, with `{connection_file}` and `{resource_dir}` still in it. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Describes our kernel to Jupyter clients.
 *
 * @param node how to start Node
 * @param main where the kernel's main file is; may begin with `{resource_dir}`, the folder of kernel.json
 */
export function kernelSpec(node: string, main: string): KernelSpecFile {
  return {
    argv: [node, ...NODE_OPTIONS, main, ...CONNECTION],
    display_name: "TypeScript (two-layer-net)",
    language: "typescript",
    interrupt_mode: "message",
  };
}

/**
 * The kernelspec of that name. `tslab` is always the project's own, not an older global one.
 *
 * @param name as in a notebook's `metadata.kernelspec.name`
 * @param folders data folders, each with `kernels/<name>/kernel.json`; the first one wins
 * @throws {Error} if there is none (the names that exist are listed), or it is not a kernelspec
 */
export function findKernelSpec(name: string, folders: readonly string[]): KernelSpec {
  if (name === "tslab") return stockTslab();
  const folder = /^[\w.-]+$/.test(name) ? folders.map((data) => join(data, "kernels", name)).find(hasSpec) : undefined;
  if (folder === undefined) {
    const known = [...new Set([...folders.flatMap(kernelNames), "tslab"])].sort();
    throw new Error(
      `findKernelSpec: expected one of the kernels ${known.join(", ")}, got ${JSON.stringify(name)}; choose one with --kernel <name>`,
    );
  }
  return readKernelSpec(name, folder);
}

function stockTslab(): KernelSpec {
  const folder = dirname(createRequire(import.meta.url).resolve("tslab/package.json"));
  const argv = ["node", "{resource_dir}/bin/tslab", "kernel", "--config-path", "{connection_file}"];
  return { name: "tslab", folder, argv, env: {} };
}

function readKernelSpec(name: string, folder: string): KernelSpec {
  const path = join(folder, "kernel.json");
  let spec: { argv?: unknown; env?: unknown };
  try {
    spec = JSON.parse(readFileSync(path, "utf8")) as typeof spec;
  } catch (error) {
    throw new Error(`findKernelSpec: expected ${path} to be JSON, got: ${(error as Error).message}`);
  }
  const { argv, env = {} } = spec ?? {};
  if (!Array.isArray(argv) || argv.length === 0 || argv.some((word) => typeof word !== "string")) {
    throw new Error(`findKernelSpec: expected ${path} to have "argv", a list of strings, got ${JSON.stringify(argv)}`);
  }
  return { name, folder, argv, env: env as Record<string, string> };
}

function hasSpec(folder: string): boolean {
  return existsSync(join(folder, "kernel.json"));
}

function kernelNames(data: string): string[] {
  const kernels = join(data, "kernels");
  if (!existsSync(kernels)) return [];
  return readdirSync(kernels).filter((name) => hasSpec(join(kernels, name)));
}
