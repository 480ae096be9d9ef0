/** `npm run lab` as a process of its own, on a copy of the project that tests may write into. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const REPOSITORY = join(import.meta.dirname, "../..");
/** What the command, the kernel and the hand-in read. */
const COPIED = ["dist", "jupyter", "notebooks", "package.json", "README.md"];

export interface LabProcess {
  /** As printed, with the token. */
  readonly address: string;
  readonly origin: string;
  /** The folder that the lab shows. */
  readonly notebooks: string;
  /** Ends it, and takes the copy away. */
  stop(): Promise<void>;
}

/**
 * @param files to lay beside the notebooks, by name
 * @param args of the command line besides the port
 */
export async function startLab(files: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Promise<LabProcess> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), "two-layer-net-test-"));
  for (const name of COPIED) {
    cpSync(join(REPOSITORY, name), join(root, name), { recursive: true, filter: (path) => !/node_modules$|\.map$/.test(path) });
  }
  // Of the sources the hand-in wants only the folder.
  for (const name of ["src", "lab"]) mkdirSync(join(root, name));
  cpSync(join(REPOSITORY, "lab/front-end.zip"), join(root, "lab/front-end.zip"));
  symlinkSync(join(REPOSITORY, "node_modules"), join(root, "node_modules"), "junction");
  const notebooks = join(root, "notebooks");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(notebooks, name), text);
  const child = spawn(process.execPath, [join(root, "dist/cli/lab.js"), "--no-browser", "--port", "0", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    // Images are synthetic, whatever this machine has.
    env: { ...process.env, CIFAR10_DIR: undefined },
  });
  const address = await printedAddress(child);
  return { address, origin: new URL(address).origin, notebooks, stop };

  async function stop(): Promise<void> {
    await ended(child);
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A notebook of the lab's folder, as it is on disk. */
export function savedNotebook({ notebooks }: LabProcess, name: string): { cells: { id: string; source: string | string[]; outputs?: unknown[] }[] } {
  return JSON.parse(readFileSync(join(notebooks, name), "utf8"));
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    createInterface({ input: child.stdout! }).on("line", (line) => {
      said += `${line}\n`;
      const address = /http:\S+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.stderr!.on("data", (bytes) => { said += String(bytes); });
    child.once("exit", (code) => reject(new Error(`startLab: expected an address, got exit ${code} and: ${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
