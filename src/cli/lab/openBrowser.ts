/** Opens an address in the user's browser so that other users of this computer do not read it in the list of processes. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { removeLeftovers } from "../../host/node/leftovers.js";

/** The command that opens a file, by platform. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = { darwin: ["open"], win32: ["cmd", "/c", "start", '""'] };
const OTHER: readonly string[] = ["xdg-open"];

/**
 * By way of a page that only this user can read and that leads there; `close` removes it.
 *
 * @param folder absolute path, for the page: in the project, as some browsers may not read the system's temporary files
 */
export function openBrowser(address: string, folder: string, platform: string = process.platform): { close: () => void } {
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder, "open-", /^\.html$/);
  const file = join(folder, `open-${process.pid}.html`);
  const to = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  rmSync(file, { force: true });
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${to}"><title>two-layer-net</title>\n`, { mode: 0o600, flag: "wx" });
  const [command, ...args] = COMMANDS[platform] ?? OTHER;
  const child = spawn(command!, [...args, pathToFileURL(file).href], { stdio: "ignore", detached: true });
  // Where there is no browser, the printed address is what there is.
  child.on("error", () => {});
  child.unref();
  return { close: () => rmSync(file, { force: true }) };
}
