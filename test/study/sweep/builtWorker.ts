/** The worker's program as it was built: threads do not run TypeScript. */
export const WORKER_FILE = new URL("../../../dist/study/sweep/trialWorker.js", import.meta.url);
