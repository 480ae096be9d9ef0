/** The script of a web worker with a kernel in it. */
import type { TypeScript } from "../cells/typescript.js";
import type { Declarations } from "./pageFiles.js";
import { WorkerKernel } from "./workerKernel.js";
import type { KernelStart, ToWorker } from "./workerMessages.js";
import { scope } from "./workerScope.js";

/** What comes before the kernel is there. */
const early: ToWorker[] = [];
scope.onmessage = ({ data }) => {
  if (data.kind === "start") void begin(data.start);
  else early.push(data);
};

async function begin(start: KernelStart): Promise<void> {
  try {
    const [{ default: ts }, declarations] = await Promise.all([
      import(start.files.typescript) as Promise<{ default: TypeScript }>,
      fetch(start.files.declarations).then((response) => response.json()) as Promise<Declarations>,
    ]);
    const kernel = new WorkerKernel(scope, start, ts, declarations);
    await kernel.prepare();
    scope.onmessage = ({ data }) => kernel.receive(data);
    scope.postMessage({ kind: "ready" });
    for (const message of early) kernel.receive(message);
    // Without a network the cells that need it say so.
    await kernel.warmUp().catch(() => {});
  } catch (error) {
    scope.postMessage({ kind: "broken", reason: String((error as Error | undefined)?.message ?? error) });
  }
}
