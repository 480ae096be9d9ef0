/** Where a worker thread finds its program. */
export const WORKER_FILE = new URL("./trialWorker.js", import.meta.url);
