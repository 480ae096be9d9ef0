/** A browser without a window, for looking at pages as their readers do. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const candidates = [
  process.env.CHROME_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Path of a browser of the Chromium family, or undefined where there is none. */
export const browser = candidates.find((path) => path !== "" && existsSync(path));

const quiet =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --enable-logging=stderr --virtual-time-budget=5000";

/** Opens the file without a network and returns its final HTML and what its console said. */
export function open(path: string, ...options: string[]): { html: string; console: string[] } {
  const profile = mkdtempSync(join(tmpdir(), "browser-"));
  const args = [
    ...quiet.split(" "),
    "--host-resolver-rules=MAP * ~NOTFOUND",
    `--user-data-dir=${profile}`,
    ...options,
    "--dump-dom",
    pathToFileURL(path).href,
  ];
  const { stdout, stderr } = spawnSync(browser!, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return { html: stdout, console: stderr.split("\n").filter((line) => line.includes(":CONSOLE")) };
}
