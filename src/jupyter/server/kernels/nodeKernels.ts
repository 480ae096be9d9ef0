/** Kernels as processes of this computer. */
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { KernelSpec } from "../../protocol/kernelSpec.js";
import { Refusal } from "../request.js";
import type { KernelModel, Kernels, Line, OpenRequest, SpecModel, Tab } from "./kernels.js";
import { RunningKernel } from "./runningKernel.js";
import { SpareKernel } from "./spareKernel.js";

/** A kernelspec and what clients are told of it. */
export interface Spec {
  readonly spec: KernelSpec;
  readonly model: SpecModel;
}

export class NodeKernels implements Kernels {
  private readonly known: readonly Spec[];
  private readonly root: string;
  private readonly running = new Map<string, RunningKernel>();
  private readonly spare: SpareKernel;

  /**
   * @param known the kernels that there are, the first for new notebooks
   * @param root absolute path of the folder of the notebooks
   */
  constructor(known: readonly Spec[], root: string, spare = new SpareKernel()) {
    this.known = known;
    this.root = root;
    this.spare = spare;
  }

  /** Keeps a kernel ready, at first of the first kind and in this folder. */
  warmUp(folder: string): void {
    const [first] = this.known;
    if (first !== undefined) this.spare.keep(first.spec, this.cwd(folder));
  }

  specs(): readonly SpecModel[] {
    return this.known.map(({ model }) => model);
  }

  list(): KernelModel[] {
    return [...this.running.values()].map(({ model }) => model);
  }

  find(id: string): KernelModel | undefined {
    return this.running.get(id)?.model;
  }

  async start(name: string, folder: string): Promise<KernelModel> {
    const kernel = this.make(name, this.cwd(folder));
    this.running.set(kernel.id, kernel);
    try {
      await kernel.ready();
    } catch (error) {
      this.running.delete(kernel.id);
      throw error;
    }
    return kernel.model;
  }

  interrupt(id: string): Promise<void> {
    return this.get(id).interrupt();
  }

  async restart(id: string): Promise<KernelModel> {
    const kernel = this.get(id);
    await kernel.restart();
    return kernel.model;
  }

  async end(id: string): Promise<void> {
    const kernel = this.get(id);
    await kernel.end();
    this.running.delete(id);
  }

  openRequests(id: string): OpenRequest[] {
    return this.get(id).openRequests();
  }

  connect(id: string, tab: Tab): Line {
    return this.get(id).connect(tab);
  }

  /** Ends all of them. */
  async endAll(): Promise<void> {
    const kernels = [...this.running.values()];
    this.running.clear();
    await Promise.all([this.spare.end(), ...kernels.map((kernel) => kernel.end())]);
  }

  private make(name: string, cwd: string): RunningKernel {
    const found = this.known.find(({ spec }) => spec.name === name);
    if (found === undefined) throw new Refusal(400, `there is no kernel ${name}`);
    const { spec, model } = found;
    return new RunningKernel(name, model.spec.interrupt_mode, (signal) => this.spare.take(spec, cwd, signal));
  }

  private get(id: string): RunningKernel {
    const kernel = this.running.get(id);
    if (kernel === undefined) throw new Refusal(404, `there is no kernel ${id}`);
    return kernel;
  }

  /** The folder, or the one nearest above that is there. */
  private cwd(folder: string): string {
    const path = join(this.root, ...folder.split("/"));
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
    return path === this.root || folder === "" ? this.root : this.cwd(dirname(folder) === "." ? "" : dirname(folder));
  }
}
