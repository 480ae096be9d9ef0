/** Finds the kernelspec of a name: the project's own folder first, then Jupyter's data paths. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

export interface KernelSpec {
  readonly name: string;
  /** What `{resource_dir}` in argv stands for. */
  readonly folder: string;
  /** The command, with `{connection_file}` and `{resource_dir}` still in it. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
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

/** Jupyter's data folders on this system, the user's before the machine's. */
export function jupyterDataFolders(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string[] {
  const listed = (env.JUPYTER_PATH ?? "").split(delimiter).filter((path) => path !== "");
  const windows = platform === "win32";
  const shared = windows
    ? [join(env.PROGRAMDATA ?? "C:\\ProgramData", "jupyter")]
    : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
  return [...listed, userDataFolder(env, platform), ...shared];
}

function userDataFolder(env: NodeJS.ProcessEnv, platform: string): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "win32") return join(env.APPDATA ?? homedir(), "jupyter");
  if (platform === "darwin") return join(homedir(), "Library", "Jupyter");
  return join(env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter");
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
