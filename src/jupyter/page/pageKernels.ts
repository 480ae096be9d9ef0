/** Kernels as workers of a page. */
import type { KernelModel, Kernels, Line, OpenRequest, SpecModel, Tab } from "../server/kernels/kernels.js";
import { Refusal } from "../server/request.js";
import type { KernelWorker } from "./kernelWorker.js";
import { PageKernel, type KernelSurroundings } from "./pageKernel.js";

export interface PageKernelsOptions extends Pick<KernelSurroundings, "words" | "keep"> {
  readonly spec: SpecModel;
  /** Starts a worker for a notebook of the folder. */
  readonly start: (folder: string) => Promise<KernelWorker>;
}

export class PageKernels implements Kernels {
  private readonly options: PageKernelsOptions;
  private readonly running = new Map<string, PageKernel>();
  private spare: { readonly folder: string; readonly worker: Promise<KernelWorker> } | null = null;

  constructor(options: PageKernelsOptions) {
    this.options = options;
  }

  /** Starts a worker before anybody asks for one: a page that opens a notebook need not wait for it. */
  warmUp(folder: string): void {
    const worker = this.options.start(folder);
    worker.catch(() => {});
    this.spare = { folder, worker };
  }

  specs(): readonly SpecModel[] {
    return [this.options.spec];
  }

  list(): KernelModel[] {
    return [...this.running.values()].map(({ model }) => model);
  }

  find(id: string): KernelModel | undefined {
    return this.running.get(id)?.model;
  }

  async start(name: string, folder: string): Promise<KernelModel> {
    const kernel = new PageKernel(name, { ...this.options, start: () => this.take(folder) });
    this.running.set(kernel.id, kernel);
    try {
      await kernel.launch();
    } catch (error) {
      this.running.delete(kernel.id);
      throw error;
    }
    return kernel.model;
  }

  async interrupt(id: string): Promise<void> {
    this.get(id).interrupt();
  }

  async restart(id: string): Promise<KernelModel> {
    const kernel = this.get(id);
    await kernel.restart();
    return kernel.model;
  }

  async end(id: string): Promise<void> {
    this.get(id).end();
    this.running.delete(id);
  }

  openRequests(id: string): OpenRequest[] {
    return this.get(id).openRequests();
  }

  connect(id: string, tab: Tab): Line {
    return this.get(id).connect(tab);
  }

  /** A file of the store is another now, or gone. */
  tellFile(path: string, bytes: Uint8Array | null): void {
    for (const kernel of this.running.values()) kernel.tellFile(path, bytes);
  }

  private async take(folder: string): Promise<KernelWorker> {
    const { spare } = this;
    this.spare = null;
    const taken = spare?.folder === folder ? spare.worker : this.options.start(folder);
    if (spare !== null && spare.folder !== folder) void spare.worker.then((worker) => worker.end(), () => {});
    const worker = await taken;
    await worker.ready;
    return worker;
  }

  private get(id: string): PageKernel {
    const kernel = this.running.get(id);
    if (kernel === undefined) throw new Refusal(404, `there is no kernel ${id}`);
    return kernel;
  }
}
