/** A kernel that is started before anybody asks for one: opening a notebook, and restarting, need not wait. */
import { type Kernel, startKernel } from "../../client/startKernel.js";
import type { KernelSpec } from "../../protocol/kernelSpec.js";

const START_SECONDS = 60;
/** Messages of iopub that may wait in this process; what is behind them waits in the kernel. */
const BACKLOG = 200;
/** Until the next one is started: the one that was just taken has work to do first. */
const PAUSE_MS = 5000;

interface Spare {
  readonly spec: KernelSpec;
  readonly cwd: string;
  readonly kernel: Promise<Kernel>;
  readonly ending: AbortController;
}

export class SpareKernel {
  private readonly pause: number;
  private spare: Spare | null = null;
  private isKept = false;
  private timer: NodeJS.Timeout | undefined;

  /** @param pause ms between taking one and starting the next */
  constructor(pause = PAUSE_MS) {
    this.pause = pause;
  }

  /** Starts one, and from now on another whenever it was taken. */
  keep(spec: KernelSpec, cwd: string): void {
    this.isKept = true;
    if (this.spare !== null) return;
    const ending = new AbortController();
    const kernel = startKernel(spec, cwd, START_SECONDS, ending.signal, BACKLOG);
    // Whoever takes it hears of it.
    kernel.catch(() => {});
    this.spare = { spec, cwd, kernel, ending };
  }

  /**
   * The spare one where it fits, else a new one. One that does not fit gives way: the next will be of the kind asked for last.
   *
   * @throws {Error} if it does not answer, with what it wrote
   */
  async take(spec: KernelSpec, cwd: string, signal: AbortSignal): Promise<Kernel> {
    const { spare } = this;
    this.spare = null;
    const kernel = (await this.fitting(spare, spec, cwd, signal)) ?? (await startKernel(spec, cwd, START_SECONDS, signal, BACKLOG));
    clearTimeout(this.timer);
    if (this.isKept) this.timer = setTimeout(() => this.keep(spec, cwd), this.pause).unref();
    return kernel;
  }

  /** Ends it; there will be no other. */
  async end(): Promise<void> {
    this.isKept = false;
    clearTimeout(this.timer);
    const { spare } = this;
    this.spare = null;
    await discard(spare);
  }

  private async fitting(spare: Spare | null, spec: KernelSpec, cwd: string, signal: AbortSignal): Promise<Kernel | null> {
    if (spare?.spec !== spec || spare.cwd !== cwd) {
      void discard(spare);
      return null;
    }
    signal.addEventListener("abort", () => spare.ending.abort(), { once: true });
    const kernel = await spare.kernel.catch(() => null);
    return kernel?.process.ending === null ? kernel : null;
  }
}

async function discard(spare: Spare | null): Promise<void> {
  spare?.ending.abort();
  await spare?.kernel.then((kernel) => kernel.stop(), () => {});
}
