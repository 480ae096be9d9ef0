/** Programs that are killed without warning at random moments, and what they must not leave behind. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect } from "vitest";
import { RandomState } from "../../src/index.js";

/** `npm run faults` takes more time than the suite has; FAULT_KILLS says any other number. */
export const KILLS = Number(process.env.FAULT_KILLS ?? (process.env.MODE === "long" ? 50 : 3));
const SEED = Number(process.env.FAULT_SEED ?? 6);
/** How long what a killed program started may take to notice. */
const FAREWELL = 60_000;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })));

/** A new empty folder, by its real path. */
export function faultFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "faults-"));
  folders.push(folder);
  return folder;
}

export interface Program {
  /** Node's arguments */
  readonly args: readonly string[];
  /** the system's temporary files go into its folder `tmp` */
  readonly folder: string;
  readonly env?: Record<string, string>;
}

/** When to kill: so many ms after the start, or after the sign. */
interface Moment {
  readonly delay: number;
  readonly sign?: () => boolean;
}

interface Ending {
  readonly status: number | NodeJS.Signals;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs the program to its end, or kills it then if it has not ended before. */
export async function run({ args, folder, env }: Program, moment?: Moment): Promise<Ending> {
  const start = performance.now();
  const tmp = join(folder, "tmp");
  mkdirSync(tmp, { recursive: true });
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, TMPDIR: tmp, TEMP: tmp, TMP: tmp, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let [stderr, isOver] = ["", false];
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const status = new Promise<number | NodeJS.Signals>((resolve) => child.on("exit", (code, signal) => ((isOver = true), resolve(code ?? signal!))));
  if (moment) {
    while (moment.sign && !isOver && !moment.sign()) await pause(1);
    await Promise.race([pause(moment.delay), status]);
    child.kill("SIGKILL");
  }
  return { status: await status, stderr, milliseconds: performance.now() - start };
}

export interface KillRun {
  /** a program that begins anew in a folder of its own, or goes on in the one given */
  readonly program: (folder: string) => Program;
  /** signs that something is going on just now, after which it is killed soon */
  readonly signs: (folder: string) => readonly (() => boolean)[];
  /** Asserts, with the kill just done or the program just ended, that no file is broken. */
  readonly check: (folder: string, isDone: boolean) => void | Promise<void>;
  /** ms after a sign, at most; 30 unless told */
  readonly soon?: number;
}

/**
 * Kills the program KILLS times in all, one to three times before each run to the end. A third are
 * killed at any moment, the others soon after a sign.
 */
export async function killOften({ program, signs, check, soon = 30 }: KillRun): Promise<void> {
  const random = new RandomState(SEED);
  let folder = faultFolder();
  let whole = await runToTheEnd(program(folder), folder, check);
  for (let killed = 0; killed < KILLS;) {
    folder = faultFolder();
    for (let again = 1 + random.randint(3); again > 0 && killed < KILLS; again--) {
      const sign = [undefined, undefined, ...signs(folder), ...signs(folder)][random.randint(2 + 2 * signs(folder).length)];
      const delay = random.randint(1 + Math.ceil(sign ? soon : whole));
      const { status, milliseconds } = await run(program(folder), { delay, ...(sign && { sign }) });
      // on a machine with much else to do, the first may have taken longer than this one
      if (status === "SIGKILL") killed++;
      else whole = Math.min(whole, milliseconds);
      await check(folder, false);
      await expect.poll(() => processesNaming(folder), { timeout: FAREWELL }).toEqual([]);
    }
    await runToTheEnd(program(folder), folder, check);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runToTheEnd(program: Program, folder: string, check: KillRun["check"]): Promise<number> {
  const { status, stderr, milliseconds } = await run(program);
  expect([status, stderr]).toEqual([0, ""]);
  await check(folder, true);
  expect(leftovers(folder)).toEqual([]);
  return milliseconds;
}

/** Temporary files of programs that have ended, of any kind of ours. */
export function leftovers(folder: string): string[] {
  // by their types, lest links be followed
  const ours = readdirSync(folder, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return ours.filter((name) => /\.tmp$|\.part$|\.part\.json$|\.unpacking$|^tmp[/\\]/.test(name));
}

/** Command lines with the text in them; on Windows, where there is no `ps`, none. */
function processesNaming(text: string): string[] {
  const lines = (spawnSync("ps", ["-ww", "-eo", "stat=,args="], { encoding: "utf8", maxBuffer: 2 ** 26 }).stdout ?? "").split("\n");
  return lines.filter((line) => line.includes(text) && !line.startsWith("Z"));
}

/** A sign: the file is there. */
export function appears(path: string): () => boolean {
  return () => existsSync(path);
}
