/** Which images a page uses, with stand-ins for what the browser keeps and for the worker. */
import { describe, expect, it } from "vitest";
import type { ImagesProgress } from "../../../../../lab/src/host/images.js";
import type { FromImageWorker } from "../../../../../src/cli/site/page/images/imageWorker.js";
import type { KeptImages } from "../../../../../src/cli/site/page/images/keptImages.js";
import { PageImages } from "../../../../../src/cli/site/page/images/pageImages.js";
import type { ImageFiles } from "../../../../../src/cli/site/page/images/upload.js";
import { pageWords } from "../../../../../src/cli/site/page/words.js";

const OWN: ImageFiles = { training: 50, test: 10, files: new Map([["test_batch.bin", new Blob(["own"])]]) };
const SITE = { training: 5, test: 1, files: { "test_batch.bin": { file: "images/test_batch-1.bin", size: 3073 } } };

interface Given {
  readonly own?: ImageFiles;
  readonly site?: typeof SITE;
  readonly folder?: boolean;
  readonly says?: readonly FromImageWorker[];
  /** Why nothing can be kept. */
  readonly full?: Error;
}

function pageImages({ own, site, folder = false, says = [], full }: Given) {
  let kept = own;
  let workers = 0;
  const worker = { onmessage: (_: object) => {}, onerror: null, postMessage: () => says.forEach((data) => worker.onmessage({ data })), terminate: () => workers-- };
  const images = new PageImages({
    words: pageWords("en").images,
    kept: {
      read: async () => kept,
      write: async (set: ImageFiles) => {
        if (full) throw full;
        kept = set;
      },
      remove: async () => void (kept = undefined),
    } as unknown as KeptImages,
    site: site ?? null,
    at: (path) => `https://here/${path}`,
    hasFolder: async () => folder,
    askToKeep: () => {},
    worker: () => (workers++, worker as unknown as Worker),
  });
  return { images, running: () => workers };
}

describe("the images of a page", () => {
  it.each([
    ["the reader's own, before those of the site", { own: OWN, site: SITE }, { kind: "own", training: 50, test: 10 }, OWN.files.get("test_batch.bin")],
    ["those of the site", { site: SITE }, { kind: "site", training: 5, test: 1 }, { address: "https://here/images/test_batch-1.bin", size: 3073 }],
    ["synthetic where there are none", {}, { kind: "synthetic", training: 0, test: 0 }, undefined],
    ["those of a folder in the files, with none of the others", { own: OWN, site: SITE, folder: true }, { kind: "folder", training: 0, test: 0 }, undefined],
  ])("are %s", async (_, given: Given, state, source) => {
    const { images } = pageImages(given);
    expect(await images.state()).toEqual(state);
    expect([...(await images.forKernel())]).toEqual(source === undefined ? [] : [["cifar-10-batches-bin/test_batch.bin", source]]);
  });

  it("are taken with their progress told, and removed again", async () => {
    const { images, running } = pageImages({ site: SITE, says: [{ kind: "progress", progress: { step: "checking", share: 0.5 } }, { kind: "done", images: OWN }] });
    const told: ImagesProgress[] = [];
    await images.take([], (progress) => told.push(progress));
    expect([await images.state(), told, running()]).toEqual([{ kind: "own", training: 50, test: 10 }, [{ step: "checking", share: 0.5 }, { step: "keeping", share: 1 }], 0]);
    await images.remove();
    expect(await images.state()).toMatchObject({ kind: "site" });
  });

  it.each([
    ["what was chosen is none", { says: [{ kind: "problem", problem: { kind: "python" } }] }, /^Expected the binary version of CIFAR-10, got the Python version\./],
    ["reading fails", { says: [{ kind: "failed", reason: "gone" }] }, /^The images could not be read or kept: gone\. Choose them again\.$/],
    ["there is no room", { says: [{ kind: "done", images: OWN }], full: Object.assign(new Error(), { name: "QuotaExceededError" }) }, /^The browser has no room for these images: they need 1 MB\./],
    ["nothing is kept", { says: [{ kind: "done", images: OWN }], full: new Error("no disk") }, /kept: no disk\./],
  ] as [string, Given, RegExp][])("stay where %s", async (_, given, message) => {
    const before: ImageFiles = { ...OWN, training: 7 };
    const { images, running } = pageImages({ own: before, ...given });
    await expect(images.take([], () => {})).rejects.toThrow(message);
    expect([await images.state(), running()]).toEqual([{ kind: "own", training: 7, test: 10 }, 0]);
  });
});
