/** Which images the notebooks of the page use: the reader's own, those of the site, or none that are real. */
import type { Images, ImagesProgress, ImagesState } from "../../../../../lab/src/host/images.js";
import type { LargeSource } from "../../../../jupyter/worker/workerMessages.js";
import type { SiteImages } from "../../manifest.js";
import type { ImageWords } from "../words.js";
import type { FromImageWorker } from "./imageWorker.js";
import type { KeptImages } from "./keptImages.js";
import type { ImageFiles } from "./upload.js";

/** In the files of the page, where the library looks for them. */
export const FOLDER = "cifar-10-batches-bin";

export interface ImagesSurroundings {
  readonly words: ImageWords;
  readonly kept: KeptImages;
  readonly site: SiteImages | null;
  /** Absolute address of a file of the site. */
  readonly at: (path: string) => string;
  /** Whether there is such a folder in the files. */
  readonly hasFolder: () => Promise<boolean>;
  /** Asks the browser not to throw away what it keeps. */
  readonly askToKeep: () => void;
  /** Starts the worker that looks over files. */
  readonly worker: () => Worker;
}

export class PageImages implements Images {
  private readonly surroundings: ImagesSurroundings;

  constructor(surroundings: ImagesSurroundings) {
    this.surroundings = surroundings;
  }

  async state(): Promise<ImagesState> {
    const { kept, site, hasFolder } = this.surroundings;
    // One of that name that somebody has made in the files.
    if (await hasFolder()) return { kind: "folder", training: 0, test: 0 };
    const own = await kept.read();
    if (own !== undefined) return { kind: "own", training: own.training, test: own.test };
    return site === null ? { kind: "synthetic", training: 0, test: 0 } : { kind: "site", training: site.training, test: site.test };
  }

  /** For a kernel that starts: it holds none of them in memory. */
  async forKernel(): Promise<ReadonlyMap<string, LargeSource>> {
    const { kept, site, at, hasFolder } = this.surroundings;
    // Parts of two sets would make a third.
    if (await hasFolder()) return new Map();
    const own = await kept.read();
    const files: Iterable<[string, LargeSource]> = own?.files ?? Object.entries(site?.files ?? {}).map(([name, { file, size }]) => [name, { address: at(file), size }]);
    return new Map([...files].map(([name, source]) => [`${FOLDER}/${name}`, source]));
  }

  /**
   * Checks chosen files and keeps them in place of those that were kept before.
   *
   * @throws {Error} in the language of the page, with what to do; what was there stays
   */
  async take(files: readonly File[], tell: (progress: ImagesProgress) => void): Promise<void> {
    const { kept, words, askToKeep } = this.surroundings;
    const images = await this.checked(files, tell);
    tell({ step: "keeping", share: 1 });
    askToKeep();
    try {
      await kept.write(images);
    } catch (error) {
      const { name, message } = error as DOMException;
      if (name !== "QuotaExceededError") throw new Error(words.failed(message), { cause: error });
      const size = [...images.files.values()].reduce((sum, file) => sum + file.size, 0);
      throw new Error(words.noRoom(size), { cause: error });
    }
  }

  remove(): Promise<void> {
    return this.surroundings.kept.remove();
  }

  private checked(files: readonly File[], tell: (progress: ImagesProgress) => void): Promise<ImageFiles> {
    const { words } = this.surroundings;
    const worker = this.surroundings.worker();
    const done = new Promise<ImageFiles>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromImageWorker>) => {
        if (data.kind === "progress") tell(data.progress);
        else if (data.kind === "done") resolve(data.images);
        else reject(new Error(data.kind === "problem" ? words.problem(data.problem) : words.failed(data.reason)));
      };
      worker.onerror = ({ message }) => reject(new Error(words.failed(message ?? "its script could not be loaded")));
    });
    worker.postMessage(files);
    return done.finally(() => worker.terminate());
  }
}
