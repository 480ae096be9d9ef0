import { type ChildProcess, spawn, spawnSync } from "node:child_process";

/** Windows has no process groups; there a tree of processes is ended by its root. */
export const OWN_GROUP = process.platform !== "win32";

/**
 * Signals a process that leads a group, and whatever it started.
 *
 * @param platform as `process.platform`; Windows knows but one signal, which ends
 */
export function signalTree(pid: number, signal: NodeJS.Signals, platform: string = process.platform, run = spawnSync): void {
  if (platform === "win32") {
    run("taskkill", ["/T", "/F", "/PID", String(pid)], { stdio: "ignore", windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of the group is left: what was wanted.
  }
}

/**
 * Ends the group of a process when this process ends, however that happens: the pipe to a shell that waits breaks even
 * where this process is killed and can do nothing more. On Windows the system itself does it.
 *
 * @returns calls it off, once the group is known to have ended
 */
export function endGroupWithUs(pid: number): () => void {
  if (!OWN_GROUP) return () => {};
  const shell: ChildProcess = spawn("sh", ["-c", 'read _; kill -s KILL -- "-$0"', String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    // Ctrl-C and the end of the terminal are for this process to handle.
    detached: true,
  });
  shell.on("error", () => {}); // no shell: then a kernel has only its own watch
  shell.unref();
  (shell.stdin as unknown as { unref?(): void } | null)?.unref?.();
  return () => void shell.kill("SIGKILL");
}
