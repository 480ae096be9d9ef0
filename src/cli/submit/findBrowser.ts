/** Where Chromium, Chrome or Edge is installed. */
import { posix, win32 } from "node:path";
import { isFile } from "../../host/node/isFile.js";

const COMMANDS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"];
const WINDOWS_PATHS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];
const WINDOWS_FOLDERS = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program's path, or null where there is none.
 *
 * @throws {Error} if CHROME_PATH names something that is not there
 */
export function findBrowser(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  isProgram: (path: string) => boolean = isFile,
): string | null {
  const chosen = environment.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(
      `findBrowser: expected CHROME_PATH to be the path of a browser, got ${JSON.stringify(chosen)}, which is not there; correct it or unset it`,
    );
  }
  return candidates(environment, platform).find(isProgram) ?? null;
}

function candidates(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === "win32") {
    const folders = WINDOWS_FOLDERS.map((name) => environment[name]).filter((folder) => folder !== undefined);
    return WINDOWS_PATHS.flatMap((path) => folders.map((folder) => win32.join(folder, path)));
  }
  const folders = (environment.PATH ?? "").split(":").filter(Boolean);
  const commands = COMMANDS.flatMap((command) => folders.map((folder) => posix.join(folder, command)));
  if (platform !== "darwin") return commands;
  const roots = ["/Applications", posix.join(environment.HOME ?? "/", "Applications")];
  return [...MAC_APPS.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`)), ...commands];
}
