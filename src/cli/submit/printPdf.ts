/** An HTML file as a PDF, printed by a browser without a window and without a network. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { temporaryFolder } from "../../files/temporaryFolder.js";

const SECONDS = 180;
const ARGUMENTS = [
  "--headless",
  "--disable-gpu",
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
  readonly signal?: AbortSignal | undefined;
}

/** @throws {Error} if the browser gives no whole PDF, with the end of what it said */
export async function printPdf({ browser, html, pdf, signal }: Print): Promise<void> {
  const profile = temporaryFolder("browser");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const task = [`--user-data-dir=${profile}`, `--print-to-pdf=${pdf}`, pathToFileURL(html).href];
  try {
    const said = await run(browser, [...ARGUMENTS, ...sandbox, ...task], signal);
    if (existsSync(pdf) && isWhole(readFileSync(pdf))) return;
    throw new Error(`printPdf: expected ${browser} to print a PDF, got none: ${said.trim().slice(-500)}`);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
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
