/** What happens to the whole program: the twin of `node/events.ts`. */
import { pageKernel } from "./pageKernel.js";

export function listen(name: string, callback: () => void): () => void {
  const { events } = pageKernel;
  events.addEventListener(name, callback);
  return () => events.removeEventListener(name, callback);
}

/** A page cannot know, and is ended by nothing that nobody hears. */
export function isHeard(_name: string): boolean {
  return false;
}
