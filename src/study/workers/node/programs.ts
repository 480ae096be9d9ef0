/** Where worker threads find their programs: see `browser/programs.ts` for a page. */

export const programs = {
  trial: new URL("../../sweep/trialWorker.js", import.meta.url),
  gap: new URL("../../experiments/gapWorker.js", import.meta.url),
};
