/** A process for the functions of one hand-in and one exercise, with its limits, and ended whatever it does. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Duplex } from "node:stream";
import { CALL_SECONDS, EXERCISE_SECONDS, guardOptions, type Guards, LINE_BYTES, MEMORY_MB, PROGRAM } from "./guards.js";

/** Why a process answers no more. */
export type Ending = "call" | "exercise" | "memory" | "flood" | "exit";

/** Between two looks at its memory, in milliseconds. */
const WATCH = 100;
const PAGE_BYTES = 4096;
/** The first call also starts Node. */
const START_SECONDS = 15;

export interface Listener {
  line(line: string): void;
  /** Once. */
  gone(ending: Ending): void;
}

export class LearnersProcess {
  readonly #process: ChildProcess;
  readonly #line: Duplex;
  readonly #listener: Listener;
  readonly #watch: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;
  #spent = 0;
  #calls = 0;
  #parts: Buffer[] = [];
  #length = 0;
  #isGone = false;
  readonly ended: Promise<void>;

  /** @param folder its working directory, which should be empty */
  constructor(guards: Guards, folder: string, listener: Listener) {
    this.#listener = listener;
    this.#process = spawn(process.execPath, [...guardOptions(guards), PROGRAM], {
      cwd: folder,
      // Windows starts no program without these
      env: process.platform === "win32" ? { SystemRoot: process.env.SystemRoot, TEMP: folder } : {},
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      // a group of its own, so that what it may have started ends with it
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.#line = this.#process.stdio[3] as Duplex;
    this.#line.on("data", (chunk: Buffer) => this.#receive(chunk));
    this.#line.on("error", () => this.end("exit"));
    this.ended = new Promise((resolve) => {
      this.#process.once("error", () => resolve(this.end("exit")));
      this.#process.once("close", () => resolve(this.end("exit")));
    });
    if (guards.memory) this.#watch = setInterval(() => this.#look(), WATCH);
  }

  send(line: string): void {
    if (this.#isGone) return;
    const limit = Math.min(this.#calls++ === 0 ? START_SECONDS : CALL_SECONDS, EXERCISE_SECONDS - this.#spent);
    this.#asked = performance.now();
    this.#timer = setTimeout(() => this.end(limit < CALL_SECONDS ? "exercise" : "call"), limit * 1000);
    this.#line.write(`${line}\n`);
  }

  /** Ends the process and its group; harmless for one that has ended. */
  end(ending: Ending): void {
    if (this.#isGone) return;
    this.#isGone = true;
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    this.#kill();
    this.#listener.gone(ending);
  }

  #kill(): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      if (process.platform === "win32") spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
      else process.kill(-pid, "SIGKILL");
    } catch {
      // the group is gone already
    }
    this.#process.kill("SIGKILL");
    this.#line.destroy();
  }

  #receive(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = Buffer.concat([...this.#parts, rest.subarray(0, end)]).toString("utf8");
      this.#parts = [];
      this.#length = 0;
      rest = rest.subarray(end + 1);
      if (this.#isGone) return;
      // one answer for each question: whatever else comes was not asked for
      if (this.#timer === undefined) return this.end("flood");
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#spent += (performance.now() - this.#asked) / 1000;
      this.#listener.line(line);
    }
    this.#length += rest.length;
    if (this.#length > LINE_BYTES) this.end("flood");
    else this.#parts.push(rest);
  }

  /** What lies outside of the heap has no limit of Node's. */
  #look(): void {
    try {
      const pages = Number(readFileSync(`/proc/${this.#process.pid}/statm`, "utf8").split(" ")[1]);
      if (pages * PAGE_BYTES > MEMORY_MB * 1e6) this.end("memory");
    } catch {
      // it has ended
    }
  }
}
