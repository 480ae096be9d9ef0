/** How a web worker's program is given its data, with the first message, and its tasks: the twin of `node/serve.ts`. */
import type { serve as twin } from "../node/serve.js";

interface WorkerScope {
  onmessage: (event: { readonly data: any }) => void;
  postMessage(message: unknown): void;
}

export const serve: typeof twin = (start) => {
  const scope = globalThis as unknown as WorkerScope;
  let work: ReturnType<typeof start> | undefined;
  scope.onmessage = ({ data }) => {
    if (work === undefined) work = start(data);
    else scope.postMessage(work(data));
  };
  return (task) => work!(task);
};
