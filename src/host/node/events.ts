/** What happens to the whole program, here to Node's process: see `browser/events.ts` for a page. */

const events: NodeJS.EventEmitter = process;

/**
 * Has a callback told of an event, once however often this is called, and before those who listen already: a kernel's own
 * listener may end the turn.
 *
 * @returns what ends it
 */
export function listen(name: string, callback: () => void): () => void {
  if (!events.listeners(name).includes(callback)) events.prependListener(name, callback);
  return () => void events.removeListener(name, callback);
}

/** Whether anybody listens. */
export function isHeard(name: string): boolean {
  return events.listenerCount(name) > 0;
}
