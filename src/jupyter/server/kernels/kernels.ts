/** Kernels that run: as processes of this computer, or wherever else code can run. */
import type { Fields } from "../request.js";

export interface KernelModel {
  readonly id: string;
  readonly name: string;
  readonly last_activity: string;
  readonly execution_state: string;
  readonly connections: number;
}

/** A kernel's description, as its kernel.json has it. */
export interface SpecModel {
  readonly name: string;
  readonly spec: {
    readonly argv: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly display_name: string;
    readonly language: string;
    readonly interrupt_mode: string;
    readonly metadata: Fields;
  };
  readonly resources: Readonly<Record<string, string>>;
}

export type Channel = "control" | "iopub" | "shell" | "stdin";

/** A message as it goes to and from a front end: header, parent header, metadata and content as JSON text, then buffers. */
export interface ChannelMessage {
  readonly channel: Channel;
  readonly parts: readonly Uint8Array[];
}

/** A front end's end of a connection. */
export interface Tab {
  /** Resolves when the front end can take more. */
  send(message: ChannelMessage): void | Promise<void>;
  /** The kernel is no more. */
  close(): void;
}

/** The kernel's end of it. */
export interface Line {
  receive(message: ChannelMessage): void;
  /** The front end is gone. */
  close(): void;
}

/** A cell that runs, or ran while nobody looked: enough for a page to show what a page before it has asked for. */
export interface OpenRequest {
  readonly msg_id: string;
  readonly cellId: string | null;
  readonly code: string;
  readonly done: boolean;
  /** What the kernel has published for it, as messages without buffers. */
  readonly messages: readonly Fields[];
  readonly reply: Fields | null;
}

export interface Kernels {
  /** The first is the one for new notebooks. */
  specs(): readonly SpecModel[];
  list(): KernelModel[];
  find(id: string): KernelModel | undefined;
  /**
   * Resolves when the kernel answers.
   *
   * @param folder of the notebook, in the store of files: the kernel's working directory
   * @throws {Error} if it does not, with what it wrote
   */
  start(name: string, folder: string): Promise<KernelModel>;
  interrupt(id: string): Promise<void>;
  restart(id: string): Promise<KernelModel>;
  end(id: string): Promise<void>;
  /** Each request that ended is told once. */
  openRequests(id: string): OpenRequest[];
  connect(id: string, tab: Tab): Line;
}
