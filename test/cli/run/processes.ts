/** What runs on this machine, as `ps` tells it; on Windows there is none, and nothing is told. */
import { spawnSync } from "node:child_process";

/** False also for a process that has ended but that nobody has asked about yet (state Z). */
export function isRunning(pid: number): boolean {
  const state = ps("-o", "stat=", "-p", String(pid));
  return state !== "" && !state.startsWith("Z");
}

/** The command line of the process. */
export function commandOf(pid: number): string {
  return ps("-ww", "-o", "args=", "-p", String(pid));
}

/** The children of the process that run and whose command line holds the text. */
export function childrenOf(parent: number, text: string): number[] {
  const rows = ps("-ww", "-eo", "pid=,ppid=,args=")
    .split("\n")
    .filter((line) => line.includes(text));
  const pids = rows.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, ppid]) => ppid === parent);
  return pids.map(([pid]) => pid!).filter(isRunning);
}

/** With -ww where it is about command lines: BSD cuts them at 80 columns. */
function ps(...args: string[]): string {
  return (spawnSync("ps", args, { encoding: "utf8" }).stdout ?? "").trim();
}
