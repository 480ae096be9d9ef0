import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { isAlive } from "../../host/node/leftovers.js";

/** How long a process may take to end by itself, in ms. */
const PATIENCE_MS = 300;
const LOOK_MS = 10;

/**
 * The processes that a process has started, and those that they have, parents first.
 *
 * On Windows none is found: there the system itself ends them with the process.
 */
export function descendantsOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const [id, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), id]);
  const found = [root];
  for (const id of found) found.push(...(children.get(id) ?? []));
  return found.slice(1);
}

/** Sends a signal to each that still runs. */
export function signalAll(ids: readonly number[], signal: NodeJS.Signals): void {
  for (const id of ids) {
    try {
      process.kill(id, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Ends what a process has started: with a request first, then with force. Blocks, for the last moment of a process. */
export function endDescendants(root: number): void {
  const ids = descendantsOf(root);
  signalAll(ids, "SIGTERM");
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < PATIENCE_MS && ids.some(isAlive); waited += LOOK_MS) Atomics.wait(nothing, 0, 0, LOOK_MS);
  signalAll(ids, "SIGKILL");
}

/** Every process with its parent. */
function parents(): [id: number, parent: number][] {
  if (process.platform === "win32") return [];
  if (process.platform === "linux") return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), parentOf(name)]] : []));
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return (stdout ?? "").split("\n").map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
}

/** The field behind the state, which stands behind the name in its brackets. */
function parentOf(id: string): number {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0; // gone between two looks
  }
}
