/** The script of a worker that looks over chosen files, so that the page stays usable. */
import { type ImageFiles, type Problem, readUpload, type UploadProgress, UploadProblem } from "./upload.js";

export type FromImageWorker =
  | { readonly kind: "progress"; readonly progress: UploadProgress }
  | { readonly kind: "done"; readonly images: ImageFiles }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "failed"; readonly reason: string };

/** In ms, from one word of how far it is to the next. */
const BETWEEN = 100;

const worker = self as unknown as { onmessage: (event: { readonly data: readonly File[] }) => void; postMessage(message: FromImageWorker): void };

worker.onmessage = ({ data }) => {
  let last = 0;
  const tell = (progress: UploadProgress): void => {
    const now = performance.now();
    if (now - last < BETWEEN) return;
    last = now;
    worker.postMessage({ kind: "progress", progress });
  };
  readUpload(data, tell).then(
    (images) => worker.postMessage({ kind: "done", images }),
    (error: unknown) => worker.postMessage(error instanceof UploadProblem ? { kind: "problem", problem: error.problem } : { kind: "failed", reason: (error as Error).message }),
  );
};
