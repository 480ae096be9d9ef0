/** A kernel and the pages that look at it. The process behind it may be replaced; the pages stay. */
import { setTimeout as delay } from "node:timers/promises";
import type { Kernel } from "../../client/startKernel.js";
import type { ChannelMessage, KernelModel, Line, OpenRequest, Tab } from "./kernels.js";
import { OpenRequests } from "./openRequests.js";
import { OwnMessages, statusMessage } from "./ownMessages.js";
import { fieldsIn } from "./parts.js";
import { Seat } from "./seat.js";
import { partsOf } from "./signedParts.js";

/** A kernel that ends by itself is started again so often within so many ms. */
const RESTARTS = 3;
const WITHIN_MS = 60_000;
/** How long an answer to an interrupt may take. */
const INTERRUPT_MS = 2000;

export class RunningKernel {
  readonly id = crypto.randomUUID();
  private readonly name: string;
  private readonly mode: string;
  private readonly start: (signal: AbortSignal) => Promise<Kernel>;
  private readonly seats = new Set<Seat>();
  private readonly open = new OpenRequests();
  private readonly own = new OwnMessages(this.open, (message) => this.tell(message));
  private readonly ending = new AbortController();
  private kernel: Kernel | null = null;
  private state = "starting";
  private active = new Date();
  private deaths: number[] = [];
  /** What is being done with the process: one thing after the other. */
  private turn: Promise<void>;

  /**
   * Starts it at once.
   *
   * @param name of its kernelspec
   * @param mode how it is interrupted: `message` or `signal`
   * @param start makes the process, now and when it is to be replaced
   */
  constructor(name: string, mode: string, start: (signal: AbortSignal) => Promise<Kernel>) {
    this.name = name;
    this.mode = mode;
    this.start = start;
    this.turn = this.launch();
    this.turn.catch(() => {});
  }

  /** @throws {Error} if the kernel did not start */
  ready(): Promise<void> {
    return this.turn;
  }

  get model(): KernelModel {
    const connections = [...this.seats].filter(({ tab }) => tab !== null).length;
    return { id: this.id, name: this.name, last_activity: this.active.toISOString(), execution_state: this.state, connections };
  }

  connect(tab: Tab): Line {
    const seat = new Seat(tab, (from, message) => this.answer(from, message));
    this.seats.add(seat);
    if (this.kernel !== null) seat.connect(this.kernel.connection);
    // A kernel that is busy answers no question, and the page would not know what it looks at.
    // That it restarts is said once: a page takes it for news, and connects anew.
    void tab.send(statusMessage(this.state === "restarting" ? "starting" : this.state));
    return {
      receive: (message) => this.request(seat, message),
      close: () => {
        seat.tab = null;
        this.open.leave(seat);
        // Answers to what it asked for still come in; a page after it will ask for them.
        this.sweep();
      },
    };
  }

  async interrupt(): Promise<void> {
    if (this.kernel === null) return;
    const { client, process: { pid } } = this.kernel;
    if (this.mode !== "signal") await Promise.race([client.requestInterrupt().reply, delay(INTERRUPT_MS)]);
    else if (pid !== undefined) process.kill(pid, "SIGINT");
  }

  /** A new process behind the same pages; none of them is told that the old one ended, for none of them lost anything by surprise. */
  restart(): Promise<void> {
    return this.next(async () => {
      this.deaths = [];
      this.state = "restarting";
      const old = this.detach();
      // What is asked from now on is for the new one.
      this.abandon();
      await old?.stop();
      await this.launch();
    });
  }

  /** Ends the process, and tells the pages. */
  async end(): Promise<void> {
    this.ending.abort();
    await this.next(async () => {
      this.state = "dead";
      await this.detach()?.stop();
    }).catch(() => {});
    for (const { tab } of this.seats) tab?.close();
  }

  openRequests(): OpenRequest[] {
    return this.open.take();
  }

  private next(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.catch(() => {}).then(work);
    return this.turn;
  }

  private async launch(): Promise<void> {
    try {
      const kernel = await this.start(this.ending.signal);
      this.kernel = kernel;
      kernel.client.sockets.on("iopub", (frames) => this.publish(frames, kernel.connection.key));
      void kernel.process.ended.then((how) => this.died(kernel, how));
      for (const seat of this.seats) seat.connect(kernel.connection);
      this.state = "idle";
      void this.tell(statusMessage(this.state));
    } catch (error) {
      this.state = "dead";
      void this.tell(statusMessage(this.state));
      throw error;
    }
  }

  /** The kernel as it is, from now on without pages. */
  private detach(): Kernel | null {
    const { kernel } = this;
    this.kernel = null;
    for (const seat of this.seats) seat.disconnect();
    return kernel;
  }

  private died(kernel: Kernel, how: string): void {
    if (kernel !== this.kernel || this.ending.signal.aborted) return;
    const words = kernel.process.text.trimEnd();
    // What the kernel may have started ends with it.
    void this.detach()?.stop(true);
    const now = performance.now();
    this.deaths = [...this.deaths.filter((time) => now - time < WITHIN_MS), now];
    this.abandon(`The kernel ended: ${how}. What it knew is lost; run the cells above again.\n${words === "" ? "" : `${words}\n`}`);
    this.state = this.deaths.length > RESTARTS ? "dead" : "restarting";
    void this.tell(statusMessage(this.state));
    if (this.state === "restarting") this.next(() => this.launch()).catch(() => {});
  }

  /** Ends what the process behind it will not end. */
  private abandon(words = ""): void {
    this.own.abandon(words);
    this.sweep();
  }

  private request(seat: Seat, message: ChannelMessage): void {
    this.active = new Date();
    const header = fieldsIn(message.parts[0]);
    if (message.channel === "shell" && header.msg_type === "execute_request") this.open.add(String(header.msg_id), message.parts, seat);
    seat.send(message);
  }

  /** A message of iopub goes to all pages; the next is read when each of them has room for it. */
  private async publish(frames: readonly Uint8Array[], key: string): Promise<void> {
    const parts = partsOf(frames, key);
    if (parts === null) return;
    const type = String(fieldsIn(parts[0]).msg_type);
    const parent = fieldsIn(parts[1]).msg_id;
    this.active = new Date();
    if (typeof parent === "string") this.open.publish(parent, type, parts);
    if (type === "status") {
      // The idle that ends an answer on control does not end the cell that runs.
      this.state = this.open.areRunning ? "busy" : String(fieldsIn(parts[3]).execution_state);
      this.sweep();
    }
    await this.tell({ channel: "iopub", parts });
  }

  /** A message for one page; if that is gone, the others know better than we what to do with it. */
  private async answer(seat: Seat, message: ChannelMessage): Promise<void> {
    const parent = fieldsIn(message.parts[1]).msg_id;
    if (message.channel === "shell" && typeof parent === "string") this.open.reply(parent, message.parts);
    if (seat.tab !== null) return seat.tab.send(message);
    await this.tell(message);
    this.sweep();
  }

  private async tell(message: ChannelMessage): Promise<void> {
    await Promise.all([...this.seats].map(({ tab }) => tab?.send(message)));
  }

  /** Lets go of pages that are gone and for which nothing is on its way. */
  private sweep(): void {
    for (const seat of this.seats) if (seat.tab === null && !this.open.awaits(seat)) this.leave(seat);
  }

  private leave(seat: Seat): void {
    seat.disconnect();
    this.seats.delete(seat);
  }
}
