/**
 * Where Jupyter keeps its data, kernelspecs among them.
 *
 * An environment variable that is set to nothing counts as not set.
 *
 * @see https://docs.jupyter.org/en/latest/use/jupyter-directories.html
 */
import { homedir, userInfo } from "node:os";
import { posix, win32 } from "node:path";

/**
 * The folder in which Jupyter clients of this user look for kernels.
 *
 * @param platform as `process.platform`
 * @param env the environment: JUPYTER_DATA_DIR and, by platform, APPDATA or XDG_DATA_HOME count
 * @param home the user's home folder
 */
export function jupyterDataDir(platform: string, env: NodeJS.ProcessEnv, home: string): string {
  const { join } = pathOf(platform);
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "jupyter");
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

/** Jupyter's data folders on this system: those of JUPYTER_PATH, the user's, the machine's. */
export function jupyterDataFolders(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
  home: string = homeFolder(),
): string[] {
  const { delimiter, join } = pathOf(platform);
  const listed = (env.JUPYTER_PATH ?? "").split(delimiter).filter((path) => path !== "");
  const shared =
    platform === "win32"
      ? [join(env.PROGRAMDATA || "C:\\ProgramData", "jupyter")]
      : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
  return [...listed, jupyterDataDir(platform, env, home), ...shared];
}

/** How paths are written on the platform. */
function pathOf(platform: string): typeof posix {
  return platform === "win32" ? win32 : posix;
}

/** The user's home folder; with an empty HOME, the one that the system knows. */
export function homeFolder(): string {
  return homedir() || userInfo().homedir;
}
