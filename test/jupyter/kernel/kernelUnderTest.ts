/** A Jupyter client for tests, on nothing but zeromq: it starts the built kernel and speaks the wire protocol to it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Dealer, Request as RequestSocket, Subscriber } from "zeromq";

export const PROJECT = resolve(import.meta.dirname, "../../..");
export const NOTEBOOKS = join(PROJECT, "notebooks");
const SPEC = join(PROJECT, "jupyter/kernels/two-layer-net/kernel.json");

export interface Message {
  type: string;
  content: Record<string, any>;
  parentId: string | undefined;
}

const CLIENT = "the test";

/** An input_request. */
export interface Question {
  type: string;
  prompt: unknown;
  parentId: string | undefined;
  header: object;
}

/** What one request brought: the reply, and all that was published for it up to its idle. */
export interface Answer {
  id: string;
  reply: Message;
  published: Message[];
}

export class KernelUnderTest {
  readonly process: ChildProcess;
  /** Everything published so far, by every request. */
  readonly published: Message[] = [];
  /** What the kernel process itself wrote to stderr. */
  log = "";
  /** By the channel's name. */
  readonly ports: Record<string, number>;
  readonly #folder: string;
  readonly #key: string;
  readonly #sockets: { shell: Dealer; control: Dealer; stdin: Dealer; iopub: Subscriber; heartbeat: RequestSocket };
  /** What the kernel has asked of the user so far. */
  readonly questions: Question[] = [];
  readonly #replies = new Map<string, Message>();
  /** The requests for which all is published. */
  readonly #idle = new Set<string | undefined>();
  readonly #watchers = new Set<() => void>();
  #lastSend: Promise<void> = Promise.resolve();

  private constructor(process: ChildProcess, folder: string, key: string, ports: number[]) {
    this.process = process;
    const [shell, control, iopub, hb, stdin] = ports as [number, number, number, number, number];
    this.ports = { shell, control, iopub, hb, stdin };
    this.#folder = folder;
    this.#key = key;
    process.stderr?.on("data", (chunk) => (this.log += String(chunk)));
    const address = (index: number): string => `tcp://127.0.0.1:${ports[index]}`;
    this.#sockets = {
      // By their common name the kernel knows whom to ask.
      shell: connected(new Dealer({ linger: 0, sendHighWaterMark: 0, routingId: CLIENT }), address(0)),
      stdin: connected(new Dealer({ linger: 0, routingId: CLIENT }), address(4)),
      control: connected(new Dealer({ linger: 0 }), address(1)),
      iopub: connected(new Subscriber({ linger: 0, receiveHighWaterMark: 0 }), address(2)),
      heartbeat: connected(new RequestSocket({ linger: 0 }), address(3)),
    };
    this.#sockets.iopub.subscribe("");
    void this.#listen(this.#sockets.shell, (message, parentId) => this.#replies.set(parentId, message));
    void this.#listen(this.#sockets.control, (message, parentId) => this.#replies.set(parentId, message));
    void this.#listen(this.#sockets.stdin, ({ type, content, parentId }, _, header) => void this.questions.push({ type, prompt: content["prompt"], parentId, header }));
    void this.#listen(this.#sockets.iopub, (message) => {
      this.published.push(message);
      if (message.content["execution_state"] === "idle") this.#idle.add(message.parentId);
    });
  }

  /** @param options wrapper: a command that starts the kernel as its child */
  static async start(cwd = NOTEBOOKS, options: { wrapper?: string[] } = {}): Promise<KernelUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), "kernel-test-"));
    const file = join(folder, "connection.json");
    const key = randomUUID();
    const ports = await freePorts(5);
    const [shell_port, control_port, iopub_port, hb_port, stdin_port] = ports;
    const connection = { transport: "tcp", ip: "127.0.0.1", key, signature_scheme: "hmac-sha256" };
    writeFileSync(file, JSON.stringify({ ...connection, shell_port, control_port, iopub_port, hb_port, stdin_port }));
    const { argv } = JSON.parse(readFileSync(SPEC, "utf8")) as { argv: string[] };
    const command = argv.map((part) => part.replace("{resource_dir}", dirname(SPEC)).replace("{connection_file}", file));
    const [program, ...rest] = [...(options.wrapper ?? []), process.execPath, ...command.slice(1)];
    const kernel = new KernelUnderTest(spawn(program!, rest, { cwd, stdio: ["ignore", "ignore", "pipe"] }), folder, key, ports);
    await kernel.#connected();
    return kernel;
  }

  /** Asks until an answer is published as well: only then is the subscription in place. */
  async #connected(): Promise<void> {
    for (let published = 0; published === 0;) {
      const id = this.send("kernel_info_request", {});
      await this.until(() => this.#replies.has(id) || this.process.exitCode !== null, "an answer");
      if (this.process.exitCode !== null) throw new Error(`the kernel ended: ${this.log}`);
      await new Promise((done) => setTimeout(done, 50));
      published = this.published.filter((message) => message.parentId === id).length;
    }
  }

  async #listen(socket: Dealer | Subscriber, handle: (message: Message, parentId: string, header: object) => void): Promise<void> {
    for await (const frames of socket) {
      const texts = frames.map(String);
      const [signature, ...parts] = texts.slice(texts.indexOf("<IDS|MSG>") + 1);
      if (signature !== this.#sign(parts)) throw new Error("expected a signed message");
      const [header, parent, , content] = parts.map((part) => JSON.parse(part));
      handle({ type: header.msg_type, content, parentId: parent.msg_id }, parent.msg_id, header);
      for (const watcher of this.#watchers) watcher();
    }
  }

  #sign(parts: string[]): string {
    return createHmac("sha256", this.#key).update(parts.join("")).digest("hex");
  }

  /** Sends a request and does not wait. @returns its id */
  send(type: string, content: object, channel: "shell" | "control" | "stdin" = "shell", signature?: string, parent: object = {}): string {
    const msg_id = randomUUID();
    const header = { msg_id, msg_type: type, session: "test", username: "test", date: new Date().toISOString(), version: "5.3" };
    const parts = [header, parent, {}, content].map((part) => JSON.stringify(part));
    const frames = ["<IDS|MSG>", signature ?? this.#sign(parts), ...parts];
    this.#lastSend = this.#lastSend.then(() => this.#sockets[channel].send(frames));
    return msg_id;
  }

  /** Waits for the reply to a request, and for the idle that ends what is published for it. */
  async answer(id: string): Promise<Answer> {
    await this.until(() => this.#replies.has(id), "a reply");
    await this.until(() => this.#idle.has(id), "idle");
    return { id, reply: this.#replies.get(id)!, published: this.published.filter((message) => message.parentId === id) };
  }

  async ask(type: string, content: object, channel: "shell" | "control" = "shell"): Promise<Answer> {
    return this.answer(this.send(type, content, channel));
  }

  sendCell(code: string, options: object = {}): string {
    return this.send("execute_request", { code, silent: false, store_history: true, stop_on_error: true, ...options });
  }

  async run(code: string, options: object = {}): Promise<Answer> {
    return this.answer(this.sendCell(code, options));
  }

  /** Interrupts as a client does, once the running cell has printed the given text. */
  async interruptAfter(text: string): Promise<void> {
    await this.until(() => this.published.some((message) => String(message.content["text"]).includes(text)), text);
    this.send("interrupt_request", {}, "control");
  }

  /** Waits for the question of that number, from 0 on. */
  async question(index: number): Promise<Question> {
    await this.until(() => this.questions.length > index, "a question");
    return this.questions[index]!;
  }

  /** @param parent the question's header, as front ends send it */
  reply(value: string, parent: object = {}): void {
    this.send("input_reply", { status: "ok", value }, "stdin", undefined, parent);
  }

  async beat(text: string): Promise<string> {
    await this.#sockets.heartbeat.send(text);
    const [echo] = await this.#sockets.heartbeat.receive();
    return String(echo);
  }

  async until(condition: () => boolean, what: string, ms = 60_000): Promise<void> {
    if (condition()) return;
    await new Promise<void>((done, fail) => {
      const look = (): void => {
        if (!condition()) return;
        clearTimeout(timer);
        clearInterval(clock);
        this.#watchers.delete(look);
        done();
      };
      const clock = setInterval(look, 20);
      const timer = setTimeout(() => {
        clearInterval(clock);
        this.#watchers.delete(look);
        fail(new Error(`waited ${ms} ms for ${what}; the kernel wrote: ${this.log}`));
      }, ms);
      this.#watchers.add(look);
    });
  }

  ended(ms = 5000): Promise<void> {
    return this.until(() => this.process.exitCode !== null || this.process.signalCode !== null, "the end of the kernel", ms);
  }

  /** Shuts the kernel down as a client does. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.send("shutdown_request", { restart: false }, "control");
      await this.ended().finally(() => this.process.kill("SIGKILL"));
    }
    this.close();
  }

  close(): void {
    for (const socket of Object.values(this.#sockets)) socket.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The text of all stream messages of one name. */
export function streamText({ published }: Answer, name = "stdout"): string {
  const streams = published.filter((message) => message.type === "stream" && message.content["name"] === name);
  return streams.map((message) => message.content["text"]).join("");
}

/** The messages published for a cell, without statuses and the echo of its input. */
export function outputs({ published }: Answer): Message[] {
  return published.filter((message) => message.type !== "status" && message.type !== "execute_input");
}

function connected<S extends Dealer | Subscriber | RequestSocket>(socket: S, address: string): S {
  socket.connect(address);
  return socket;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
