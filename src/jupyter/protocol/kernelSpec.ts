import { join } from "node:path";

/** The folder of the kernelspec; notebooks name their kernel by it. */
export const KERNEL_NAME = "two-layer-net";

/** The arguments that Node needs before and after the kernel's main file. */
const NODE_OPTIONS = ["--no-force-async-hooks-checks"];
const CONNECTION = ["--config-path", "{connection_file}"];

/** The content of a kernel.json. */
export interface KernelSpec {
  argv: string[];
  display_name: string;
  language: string;
  interrupt_mode: "message" | "signal";
}

/**
 * Describes the kernel to Jupyter clients.
 *
 * @param node how to start Node
 * @param main where the kernel's main file is; may begin with `{resource_dir}`, the folder of kernel.json
 */
export function kernelSpec(node: string, main: string): KernelSpec {
  return {
    argv: [node, ...NODE_OPTIONS, main, ...CONNECTION],
    display_name: "TypeScript (two-layer-net)",
    language: "typescript",
    interrupt_mode: "message",
  };
}

/**
 * The folder in which Jupyter clients of this user look for kernels.
 *
 * @param platform as `process.platform`
 * @param env the environment: JUPYTER_DATA_DIR and, by platform, APPDATA or XDG_DATA_HOME count
 * @param home the user's home folder
 * @see https://docs.jupyter.org/en/latest/use/jupyter-directories.html
 */
export function jupyterDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (env["JUPYTER_DATA_DIR"]) return env["JUPYTER_DATA_DIR"];
  if (platform === "win32") return join(env["APPDATA"] || join(home, "AppData", "Roaming"), "jupyter");
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "jupyter");
}
