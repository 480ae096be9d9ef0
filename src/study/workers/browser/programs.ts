/**
 * Web workers and their programs: the twin of `node/programs.ts`. Vite knows the form below, and bundles what it names;
 * with another bundler the programs are entries of their own, and lie beside the bundle of the page. A page's kernel says
 * where they are.
 */
declare const Worker: new (address: string | URL, options: { type: "module" }) => PageWorker;

const HOST: unique symbol = Symbol.for("two-layer-net.host") as never;

/** The part of a web worker that is used here. */
export interface PageWorker {
  onmessage: (event: { readonly data: any }) => void;
  onerror: (event: { readonly message?: string }) => void;
  postMessage(message: unknown): void;
  terminate(): void;
}

export type Program = () => PageWorker;

export const programs: { readonly trial: Program; readonly gap: Program } = {
  trial() {
    const trial = given()?.trial;
    return trial ? new Worker(trial, { type: "module" }) : new Worker(new URL("./trialWorker.js", import.meta.url), { type: "module" });
  },
  gap() {
    const gap = given()?.gap;
    return gap ? new Worker(gap, { type: "module" }) : new Worker(new URL("./gapWorker.js", import.meta.url), { type: "module" });
  },
};

/** What `host/browser/pageKernel.ts` calls `workers`. */
function given(): { readonly trial: string; readonly gap: string } | undefined {
  return (globalThis as { [HOST]?: { readonly workers?: { readonly trial: string; readonly gap: string } } })[HOST]?.workers;
}
