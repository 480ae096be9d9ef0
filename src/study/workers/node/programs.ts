/** Where worker threads find their programs: see `browser/programs.ts` for a page. */

export const programs = {
  trial: new URL("../../../bundle/node/trialWorker.js", import.meta.url),
  gap: new URL("../../../bundle/node/gapWorker.js", import.meta.url),
};
