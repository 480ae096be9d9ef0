/**
 * Calls back once the process that started this one is gone, so that no kernel outlives its client.
 *
 * On POSIX the parent id changes when the parent ends; on Windows it stays, so the parent is also asked for by id.
 * A kernel that begins as a child of process 1 (a daemon, or a container's first process) is not watched.
 *
 * @param onGone called once
 * @param everyMs time between two looks, in ms
 */
export function watchParent(onGone: () => void, everyMs = 500): void {
  const parent = process.ppid;
  if (parent <= 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return;
    clearInterval(timer);
    onGone();
  }, everyMs).unref();
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
