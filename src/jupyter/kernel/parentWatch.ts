import { isAlive } from "../../host/node/leftovers.js";

/**
 * Calls back once the process that started this one is gone, so that no kernel outlives its client.
 *
 * On POSIX the parent id changes when the parent ends; on Windows it stays, so the parent is also asked for by id.
 * A parent that ended before this process had begun to look is known by the id that Jupyter clients leave in
 * JPY_PARENT_PID. A kernel of process 1 (a daemon, or a container's first process) without that is not watched.
 *
 * @param onGone called once
 * @param everyMs time between two looks, in ms
 */
export function watchParent(onGone: () => void, everyMs = 500): void {
  const parent = process.ppid;
  const watched = [parent, namedParent()].filter((id) => id > 1);
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, everyMs).unref();
}

/** 0 if there is none; on Windows it is a handle, which only its own process can use. */
function namedParent(): number {
  const id = Number(process.env["JPY_PARENT_PID"]);
  return process.platform !== "win32" && Number.isSafeInteger(id) ? id : 0;
}
