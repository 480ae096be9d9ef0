/** An HTML file as a PDF, printed by a browser without a window and without a network. */
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { remove } from "../../host/node/remove.js";
import { temporaryFolder } from "../../host/node/temporaryFolder.js";

const SECONDS = 180;
const ARGUMENTS = [
  "--headless",
  "--disable-gpu",
  // Containers have 64 MB of it.
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--disable-extensions",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-pdf-header-footer",
  "--generate-pdf-document-outline",
  // Time that pages see: fonts and pictures inside the file are read, however long it takes.
  "--virtual-time-budget=10000",
];

export interface Print {
  /** Paths of the program, the HTML file and the PDF to write. */
  readonly browser: string;
  readonly html: string;
  readonly pdf: string;
  /** False for systems that allow the browser none. */
  readonly sandbox?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** @throws {Error} if the browser gives no whole PDF of the page, with the end of what it said */
export async function printPdf({ browser, html, pdf, sandbox = true, signal }: Print): Promise<void> {
  const snap = snapFolder(browser, homedir());
  const profile = snap === null ? temporaryFolder("browser") : folderBelow(snap);
  const noSandbox = !sandbox || process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const [page, print] = snap === null ? [html, pdf] : [join(profile, basename(html)), join(profile, basename(pdf))];
  const task = [`--user-data-dir=${profile}`, `--print-to-pdf=${print}`, pathToFileURL(page).href];
  try {
    if (page !== html) copyFileSync(html, page);
    const said = await run(browser, [...ARGUMENTS, ...noSandbox, ...task], signal);
    if (!existsSync(print) || !isWhole(readFileSync(print))) throw new Error(`printPdf: expected ${browser} to print a PDF, got none: ${reason(said)}`);
    const [expected, printed] = [titleOfPage(readFileSync(html, "utf8")), titleOfPdf(readFileSync(print, "latin1"))];
    if (printed !== expected) {
      throw new Error(
        `printPdf: expected ${browser} to print "${expected}", got a PDF of "${printed}": it may not be allowed to see ${page}; ` +
        `open that page in another browser and print it, or set CHROME_PATH to one`,
      );
    }
    if (print !== pdf) copyFileSync(print, pdf);
  } finally {
    removeProfile(profile);
  }
}

/** A browser from a snap sees nothing of the disk but this folder: elsewhere it would print that the page is not there. */
export function snapFolder(browser: string, home: string): string | null {
  return browser.startsWith("/snap/") ? join(home, "snap", basename(browser), "common") : null;
}

/** An error page of the browser is a whole PDF too, but under another title. */
function titleOfPdf(pdf: string): string {
  const [, digits, text] = /\/Title (?:<FEFF([0-9A-F]*)>|\(((?:\\[^]|[^\\)])*)\))/.exec(pdf) ?? [];
  if (digits !== undefined) return Buffer.from(digits, "hex").swap16().toString("utf16le");
  return text?.replaceAll(/\\(.)/g, "$1") ?? "";
}

function titleOfPage(html: string): string {
  const title = parse(html).childNodes.flatMap(descendants).find((node) => node.nodeName === "title");
  return title === undefined ? "" : descendants(title).map((node) => ("value" in node ? node.value : "")).join("").replaceAll(/\s+/g, " ").trim();
}

function descendants(node: DefaultTreeAdapterTypes.ChildNode): DefaultTreeAdapterTypes.ChildNode[] {
  return [node, ...("childNodes" in node ? node.childNodes.flatMap(descendants) : [])];
}

function folderBelow(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return mkdtempSync(join(folder, "two-layer-net-"));
}

/** Windows holds files of a browser that has ended for a moment; the next call takes what stays. */
function removeProfile(profile: string): void {
  try {
    remove(profile);
  } catch {
    // the PDF is as good as ever
  }
}

/** The end of what the browser said; what to do where it found no sandbox, as in containers. */
function reason(said: string): string {
  if (!/no usable sandbox/i.test(said)) return said.trim().slice(-500);
  return "this system allows the browser no sandbox, as is usual in containers; the page is your own and needs no network, so print it without one: add --no-sandbox";
}

/** What the program said, whatever its status: browsers complain on standard error and print well. */
function run(browser: string, args: readonly string[], signal: AbortSignal | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: SECONDS * 1000, killSignal: "SIGKILL", maxBuffer: 1 << 26, ...(signal && { signal }) } as const;
    execFile(browser, args, options, (error, _stdout, stderr) => {
      if (signal?.aborted) {
        reject(new Error("printPdf: stopped, nothing written"));
      } else if (error?.killed) {
        reject(new Error(`printPdf: expected ${browser} to print within ${SECONDS} s, got no end; try again with --no-pdf`));
      } else if (error && typeof error.code === "string") {
        reject(new Error(`printPdf: expected ${browser} to start, got: ${error.message}`));
      } else {
        resolve(stderr);
      }
    });
  });
}

function isWhole(pdf: Buffer): boolean {
  return pdf.subarray(0, 5).toString("latin1") === "%PDF-" && pdf.subarray(-1024).includes("%%EOF");
}
