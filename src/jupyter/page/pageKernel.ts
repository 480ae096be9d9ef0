/** A kernel in a worker and the sockets that look at it. The worker may be replaced; the sockets stay. */
import { type Message, newId } from "../protocol/messages.js";
import type { ChannelMessage, KernelModel, Line, OpenRequest, Tab } from "../server/kernels/kernels.js";
import { OpenRequests } from "../server/kernels/openRequests.js";
import { OwnMessages, statusMessage } from "../server/kernels/ownMessages.js";
import { fieldsIn } from "../server/kernels/parts.js";
import type { Fields } from "../server/request.js";
import type { KernelWorker } from "./kernelWorker.js";
import { messageOf, partsOf } from "./workerParts.js";

/** A kernel that breaks is started again so often. */
const RESTARTS = 3;

/** What is said where a kernel is lost, in the language of the page. */
export interface KernelWords {
  readonly interrupted: string;
  /** @param reason why it broke */
  readonly broken: (reason: string) => string;
  /** @param problem why a file that a cell has written could not be kept */
  readonly notKept: (problem: string) => string;
}

export interface KernelSurroundings {
  readonly words: KernelWords;
  /** Makes a worker, now and when it is to be replaced. */
  start(): Promise<KernelWorker>;
  /** Keeps a file that a cell has written; null for one that it has removed. */
  keep(path: string, bytes: Uint8Array | null): Promise<void>;
}

export class PageKernel {
  readonly id = newId();
  private readonly name: string;
  private readonly surroundings: KernelSurroundings;
  private readonly tabs = new Set<Tab>();
  /** Who has asked what is not answered yet, by the id of the request. */
  private readonly askers = new Map<string, Tab>();
  private readonly open = new OpenRequests();
  private readonly own = new OwnMessages(this.open, (message) => this.tell(message));
  private worker: KernelWorker | null = null;
  private waiting: ChannelMessage[] = [];
  private state = "starting";
  private active = new Date();
  private broke = 0;
  private isEnded = false;
  /** Which of the starts is the one that counts. */
  private launches = 0;
  /** The header of the cell that runs, for what is to be said to it. */
  private running: Fields = {};

  constructor(name: string, surroundings: KernelSurroundings) {
    this.name = name;
    this.surroundings = surroundings;
  }

  get model(): KernelModel {
    return { id: this.id, name: this.name, last_activity: this.active.toISOString(), execution_state: this.state, connections: this.tabs.size };
  }

  /** @throws {Error} if the worker does not start */
  async launch(): Promise<void> {
    const launch = ++this.launches;
    try {
      const worker = await this.surroundings.start();
      if (this.isEnded || launch !== this.launches) return worker.end();
      this.worker = worker;
      worker.listen({
        message: (channel, message) => this.hear(channel, message),
        file: (path, bytes) => this.keep(path, bytes),
        broken: (reason) => this.lost(this.surroundings.words.broken(reason)),
      });
      this.enter("idle");
      for (const message of this.waiting.splice(0)) this.send(message);
    } catch (error) {
      this.enter("dead");
      throw error;
    }
  }

  connect(tab: Tab): Line {
    this.tabs.add(tab);
    void tab.send(statusMessage(this.state));
    return {
      receive: (message) => this.request(tab, message),
      close: () => {
        this.tabs.delete(tab);
        this.open.leave(tab);
      },
    };
  }

  /** Without shared memory nothing reaches a worker that computes: it is ended, and another takes its place. */
  interrupt(): void {
    if (this.worker === null || !this.open.areRunning) return;
    if (!this.worker.interrupt()) this.lost(this.surroundings.words.interrupted, false);
  }

  async restart(): Promise<void> {
    this.broke = 0;
    this.detach();
    this.state = "restarting";
    this.own.abandon();
    await this.launch();
  }

  end(): void {
    this.isEnded = true;
    this.detach();
    this.state = "dead";
    for (const tab of this.tabs) tab.close();
  }

  openRequests(): OpenRequest[] {
    return this.open.take();
  }

  /** A file of the store is another now. */
  tellFile(path: string, bytes: Uint8Array | null): void {
    this.worker?.send({ kind: "file", path, bytes });
  }

  private request(tab: Tab, message: ChannelMessage): void {
    this.active = new Date();
    const { msg_id, msg_type } = fieldsIn(message.parts[0]);
    if (message.channel !== "stdin") this.askers.set(String(msg_id), tab);
    if (message.channel === "shell" && msg_type === "execute_request") this.open.add(String(msg_id), message.parts, tab);
    if (this.worker === null) this.waiting.push(message);
    else this.send(message);
  }

  private send({ channel, parts }: ChannelMessage): void {
    const message = messageOf(parts);
    if (channel === "stdin") this.worker?.line?.answer(String(message.content.value ?? ""));
    else if (channel !== "iopub") this.worker?.send({ kind: "request", channel, message });
  }

  private async hear(channel: ChannelMessage["channel"], message: Message): Promise<void> {
    this.active = new Date();
    const parts = partsOf(message);
    const { msg_type } = message.header;
    const parent = message.parent.msg_id;
    if (channel === "shell" && parent !== undefined) this.open.reply(parent, parts);
    if (channel === "iopub") {
      if (parent !== undefined) this.open.publish(parent, msg_type, parts);
      if (msg_type === "execute_input") this.running = { ...message.parent };
      // The idle that ends an answer on control does not end the cell that runs.
      if (msg_type === "status") this.state = this.open.areRunning ? "busy" : String(message.content.execution_state);
    }
    if (channel === "iopub" || parent === undefined) await this.tell({ channel, parts });
    else await this.answer(parent, { channel, parts });
  }

  private async keep(path: string, bytes: Uint8Array | null): Promise<void> {
    try {
      await this.surroundings.keep(path, bytes);
    } catch (error) {
      this.own.publish("stream", { name: "stderr", text: `${this.surroundings.words.notKept((error as Error).message)}\n` }, this.running);
    }
  }

  /** The worker is no more, and with it what it knew; another is started. */
  private lost(words: string, isFault = true): void {
    this.detach();
    this.own.abandon(`${words}\n`);
    if (isFault) this.broke++;
    if (this.broke > RESTARTS) return this.enter("dead");
    // A front end that hears of it says that the kernel has died: not after an interrupt, which the reader asked for.
    if (isFault) this.enter("restarting");
    else this.state = "restarting";
    this.launch().catch(() => {});
  }

  private detach(): void {
    this.worker?.end();
    this.worker = null;
    this.waiting = [];
    this.askers.clear();
  }

  private enter(state: string): void {
    this.state = state;
    void this.tell(statusMessage(state));
  }

  /** For the tab that asked; if that is gone, the others know better than we what to do with it. */
  private async answer(request: string, message: ChannelMessage): Promise<void> {
    const asker = this.askers.get(request);
    if (message.channel !== "stdin") this.askers.delete(request);
    if (asker !== undefined && this.tabs.has(asker)) await asker.send(message);
    else await this.tell(message);
  }

  private async tell(message: ChannelMessage): Promise<void> {
    await Promise.all([...this.tabs].map((tab) => tab.send(message)));
  }
}
