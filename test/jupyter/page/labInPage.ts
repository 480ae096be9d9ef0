/** The part of the tables of routes that runs in a page: the page's lab, with a kernel that is at once there. */
import { channelSocket } from "../../../src/jupyter/page/channelSocket.js";
import { IndexedStore } from "../../../src/jupyter/page/indexedStore.js";
import type { ThreadLike } from "../../../src/jupyter/page/kernelThreads.js";
import { KernelWorker, type WorkerLike } from "../../../src/jupyter/page/kernelWorker.js";
import { pageFetch } from "../../../src/jupyter/page/pageFetch.js";
import { PageKernels } from "../../../src/jupyter/page/pageKernels.js";
import { SeededStore } from "../../../src/jupyter/page/seededStore.js";
import { pageWords } from "../../../src/cli/site/page/words.js";
import { languagesOf, schemasOf } from "../../../src/jupyter/server/frontEndData.js";
import { encodeV1 } from "../../../src/jupyter/server/kernels/channelFrames.js";
import type { Channel } from "../../../src/jupyter/server/kernels/kernels.js";
import { router } from "../../../src/jupyter/server/router.js";
import { labRoutes } from "../../../src/jupyter/server/routes/labRoutes.js";
import { openRequestsRoute } from "../server/openRequestsRoute.js";

const SPEC = { name: "small", spec: { argv: [], env: {}, display_name: "Small", language: "words", interrupt_mode: "message", metadata: {} }, resources: {} };
const NONE = { typescript: "", declarations: "", packages: {}, workers: { engine: "", trial: "", gap: "" } };
const PARTS = ["header", "parent_header", "metadata", "content"] as const;

type Json = Record<string, unknown>;

class Lab {
  readonly fetch: ReturnType<typeof pageFetch>;
  readonly store: SeededStore;
  private readonly Socket: typeof WebSocket;
  private readonly sockets: { readonly socket: WebSocket; heard: (Json | number)[]; wake: () => void }[] = [];

  constructor(local: IndexedStore, own: IndexedStore, { schemas, korean }: { schemas: unknown; korean: unknown }) {
    const store = new SeededStore(local, own, []);
    this.store = store;
    const kernels = new PageKernels({
      spec: SPEC,
      words: pageWords("en").kernel,
      start: async (folder) => new KernelWorker(
        { kernel: () => new Worker("smallWorker.js", { type: "module" }) as WorkerLike, thread: (address, options) => new Worker(address, options) as ThreadLike },
        { files: NONE, folder, lang: "en", stored: new Map() },
        crossOriginIsolated,
      ),
      keep: async (file, bytes) => (bytes === null ? store.remove(file) : store.write(file, bytes)),
    });
    const routes = router([
      openRequestsRoute(kernels),
      ...labRoutes({
        files: store, own, kernels, unlisted: [], schemas: schemasOf(schemas), languages: languagesOf((code) => (code === "ko" ? korean : {})), lang: null, version: "1.2.3", username: "ada",
      }),
    ]);
    this.fetch = pageFetch(routes, location.origin + "/");
    this.Socket = channelSocket(kernels);
  }

  async ask(method: string, address: string, body: string | null, headers: Record<string, string>): Promise<{ status: number; headers: Json; text: string }> {
    const answer = await this.fetch(location.origin + address, { method, headers, body });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  }

  /** @returns the number of the socket */
  open(kernel: string): Promise<number> {
    const socket = new this.Socket(`${location.origin}/api/kernels/${kernel}/channels?session_id=test`);
    const one = { socket, heard: [] as (Json | number)[], wake: () => {} };
    const hear = (heard: Json | number): void => {
      one.heard.push(heard);
      one.wake();
    };
    socket.onmessage = ({ data }) => hear(decoded(data as ArrayBuffer));
    socket.onclose = ({ code }) => hear(code);
    return new Promise((resolve, reject) => {
      socket.onopen = () => resolve(this.sockets.push(one) - 1);
      socket.onerror = () => reject(new Error(`no socket to ${kernel}`));
    });
  }

  send(number: number, { channel, ...message }: Json): void {
    const encoder = new TextEncoder();
    this.sockets[number]!.socket.send(encodeV1({ channel: channel as Channel, parts: PARTS.map((part) => encoder.encode(JSON.stringify(message[part]))) }) as Uint8Array<ArrayBuffer>);
  }

  close(number: number): void {
    this.sockets[number]!.socket.close();
  }

  /** What has come by a socket since it was asked last, once there is something: messages, and the code of its end. */
  async heard(number: number): Promise<(Json | number)[]> {
    const one = this.sockets[number]!;
    if (one.heard.length === 0) await new Promise<void>((resolve) => (one.wake = resolve));
    return one.heard.splice(0);
  }
}

/** A message in the binary form of the protocol, as a front end reads it. */
function decoded(data: ArrayBuffer): Json {
  const view = new DataView(data);
  const offsets = Array.from({ length: Number(view.getBigUint64(0, true)) }, (_, index) => Number(view.getBigUint64(8 * (1 + index), true)));
  const [channel, ...parts] = offsets.slice(1).map((end, index) => new TextDecoder().decode(new Uint8Array(data, offsets[index], end - offsets[index]!)));
  return { channel, ...Object.fromEntries(PARTS.map((name, index) => [name, JSON.parse(parts[index]!)])) };
}

Object.assign(globalThis, {
  begin: async (files: string, own: string, frontEnd: { schemas: unknown; korean: unknown }) => {
    const [local, kept] = [await IndexedStore.open(files, ["files"]), await IndexedStore.open(own, ["own"])];
    Object.assign(globalThis, { lab: new Lab(local.files, kept.own, frontEnd) });
  },
});
