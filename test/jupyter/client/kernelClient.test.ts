import { afterEach, expect, test, vi } from "vitest";
import { KernelClient } from "../../../src/jupyter/client/kernelClient.js";
import type { Connection } from "../../../src/jupyter/protocol/connection.js";
import type { Json, Message } from "../../../src/jupyter/protocol/messages.js";
import { decodeMessage, encodeMessage } from "../../../src/jupyter/protocol/wire.js";

/** The sockets that the client makes, played: what is sent is kept, what arrives is pushed by the test. */
const zmq = vi.hoisted(() => {
  class Socket {
    readonly options: Record<string, unknown>;
    readonly addresses: string[] = [];
    readonly sent: Buffer[][] = [];
    subscribed = false;
    closed = false;
    refusal: Error | undefined;
    private readonly arrived: Uint8Array[][] = [];
    private wake = (): void => {};
    constructor(options: Record<string, unknown>) {
      this.options = options;
      made.push(this);
    }
    connect(address: string): void {
      this.addresses.push(address);
    }
    subscribe(): void {
      this.subscribed = true;
    }
    async send(frames: Buffer[]): Promise<void> {
      if (this.refusal) throw this.refusal;
      this.sent.push(frames);
    }
    push(frames: Uint8Array[]): void {
      this.arrived.push(frames);
      this.wake();
    }
    close(): void {
      this.closed = true;
      this.wake();
    }
    async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array[]> {
      while (!this.closed) {
        const next = this.arrived.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }
  const made: Socket[] = [];
  return { made, Dealer: class extends Socket {}, Subscriber: class extends Socket {} };
});
vi.mock("zeromq", () => zmq);

const key = "secret";
const connection: Connection = {
  transport: "tcp", ip: "127.0.0.1", shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5,
  signature_scheme: "hmac-sha256", key, kernel_name: "k",
};

let client: KernelClient | undefined;
afterEach(() => {
  client?.close();
  zmq.made.length = 0;
});

function start() {
  client = new KernelClient(connection);
  const at = (port: number) => zmq.made.find(({ addresses }) => addresses.includes(`tcp://127.0.0.1:${port}`))!;
  return { client, shell: at(1), iopub: at(2), control: at(4) };
}

function message(type: string, content: Json, parent = ""): Message {
  const header = { msg_id: "m", msg_type: type, session: "", username: "", date: "", version: "" };
  return { header, parent: { msg_id: parent }, metadata: {}, content };
}

test("output is never dropped for being fast: nothing limits what waits to be read, and nothing holds up the end", () => {
  const { iopub, shell, control } = start();
  expect(iopub.options).toEqual({ linger: 0, receiveHighWaterMark: 0 });
  expect(iopub.subscribed).toBe(true);
  expect([shell.options, control.options]).toMatchObject([{ linger: 0 }, { linger: 0 }]);
});

test("requests are signed and go out on their channel; each reply settles its own request", async () => {
  const { client, shell, control } = start();
  const first = client.request("execute_request", { code: "1" });
  const second = client.request("kernel_info_request", {});
  const end = client.requestShutdown();
  // One after the other: a socket refuses a second send while one waits.
  await vi.waitFor(() => expect(shell.sent).toHaveLength(2));
  const [one, two] = shell.sent.map((frames) => decodeMessage(frames, key));
  expect([one.header.msg_type, one.content, one.header.msg_id]).toEqual(["execute_request", { code: "1" }, first.id]);
  expect([two.header.msg_type, two.header.msg_id]).toEqual(["kernel_info_request", second.id]);
  expect(one.header.session).toBe(two.header.session);
  const asked = decodeMessage(control.sent[0]!, key);
  expect([asked.header.msg_type, asked.content, asked.header.msg_id]).toEqual(["shutdown_request", { restart: false }, end.id]);

  shell.push(encodeMessage(message("kernel_info_reply", { n: 2 }, second.id), key));
  control.push(encodeMessage(message("shutdown_reply", { n: 3 }, end.id), key));
  shell.push(encodeMessage(message("execute_reply", { n: 0 }, "of nobody"), key));
  shell.push(encodeMessage(message("execute_reply", { n: 1 }, first.id), key));
  expect((await second.reply).content).toEqual({ n: 2 });
  expect((await end.reply).content).toEqual({ n: 3 });
  expect((await first.reply).content).toEqual({ n: 1 });
});

test("messages of iopub come in order; one that cannot be read is told, and the next one comes", async () => {
  const { client, iopub } = start();
  const [seen, problems]: [unknown[], string[]] = [[], []];
  client.onIopub = ({ content }) => seen.push(content["text"]);
  client.onProblem = (problem) => problems.push(problem);
  iopub.push(encodeMessage(message("stream", { text: "a" }), key));
  iopub.push(encodeMessage(message("stream", { text: "forged" }), "another key"));
  iopub.push(encodeMessage(message("stream", { text: "b" }), key));
  await vi.waitFor(() => expect(seen).toEqual(["a", "b"]), 30_000);
  expect(problems).toEqual(["decodeMessage: expected a signature made with the connection's key, got another one"]);
});

test("a send that fails is told", async () => {
  const { client, shell } = start();
  const problems: string[] = [];
  client.onProblem = (problem) => problems.push(problem);
  shell.refusal = new Error("no route");
  client.request("execute_request", {});
  await vi.waitFor(() => expect(problems).toEqual(["no route"]), 30_000);
});

test("closing closes all three", () => {
  const { client, shell, iopub, control } = start();
  client.close();
  expect([shell, iopub, control].map(({ closed }) => closed)).toEqual([true, true, true]);
});
