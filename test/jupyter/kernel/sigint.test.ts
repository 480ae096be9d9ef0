/** How a signal is heard, with a thread and a channel that are played: interrupts.test.ts has both. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sigintChannel, SigintWatch } from "../../../src/jupyter/kernel/sigint.js";

const { channels, threads } = vi.hoisted(() => ({ channels: [] as { name: string; sent: unknown[]; calls: string[] }[], threads: [] as { url: URL; options: object; calls: string[]; begin: () => void }[] }));
vi.mock("node:worker_threads", () => ({
  BroadcastChannel: class {
    readonly own;
    constructor(name: string) {
      channels.push((this.own = { name, sent: [] as unknown[], calls: [] as string[] }));
    }
    postMessage(message: unknown): void {
      this.own.sent.push(message);
    }
    unref(): void {
      this.own.calls.push("unref");
    }
  },
  Worker: class {
    readonly own;
    constructor(url: URL, options: object) {
      threads.push((this.own = { url, options, calls: [] as string[], begin: () => {} }));
    }
    once(event: string, listener: () => void): this {
      this.own.calls.push(event);
      this.own.begin = listener;
      return this;
    }
    unref(): void {
      this.own.calls.push("unref");
    }
    terminate(): void {
      this.own.calls.push("terminate");
    }
  },
}));

const listeners = () => process.listeners("SIGINT");
let before: NodeJS.SignalsListener[];
beforeEach(() => {
  before = listeners();
  channels.length = threads.length = 0;
});
afterEach(() => {
  for (const listener of listeners()) if (!before.includes(listener)) process.removeListener("SIGINT", listener);
});

it("a signal goes to all threads by one channel, which holds up no end", () => {
  const watch = new SigintWatch();
  watch.listen();
  for (const listener of listeners()) if (!before.includes(listener)) listener("SIGINT");
  sigintChannel();
  expect(channels).toEqual([{ name: "two-layer-net.kernel.SIGINT", sent: ["SIGINT"], calls: ["unref"] }, { name: "two-layer-net.kernel.SIGINT", sent: [], calls: [] }]);
});

it("a thread waits for it too, and says when it has begun", async () => {
  const watch = new SigintWatch();
  watch.listen();
  expect(threads).toMatchObject([{ options: { execArgv: [] }, calls: ["message", "unref"] }]);
  expect(threads[0]!.url.pathname).toMatch(/\/kernel\/sigintThread\.js$/);
  threads[0]!.begin();
  await expect(watch.begun).resolves.toBeUndefined();
});

it("it is heard once, and again, by a new thread, where a cell has removed all listeners", () => {
  const watch = new SigintWatch();
  watch.listen();
  watch.listen();
  const own = () => listeners().filter((listener) => !before.includes(listener));
  expect([own().length, threads.length]).toEqual([1, 1]);
  for (const listener of own()) process.removeListener("SIGINT", listener);
  watch.listen();
  expect([own().length, threads.map(({ calls }) => calls.includes("terminate"))]).toEqual([1, [true, false]]);
});
