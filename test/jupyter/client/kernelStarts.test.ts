/** How a start goes on a process and sockets that are played; startKernel.test.ts has real ones. */
import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startKernel } from "../../../src/jupyter/client/startKernel.js";
import type { KernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";

interface Course {
  /** Answers to kernel_info_request, one after the other; the last one again and again, none where it is null. */
  readonly infos?: readonly (Record<string, unknown> | null)[];
  /** Whether something is published at the how-manieth request, from 1. */
  readonly publishes?: number;
  /** What the process comes to before it answers, and what it has written. */
  readonly ends?: string;
  readonly text?: string;
  readonly meanwhile?: () => void;
}

const played = vi.hoisted(() => ({
  courses: [] as unknown[],
  processes: [] as { file: string; cwd: string; stopped: number[]; ending: string | null }[],
  clients: [] as { requests: string[]; shutdowns: number; closed: number; port: number }[],
}));

vi.mock("../../../src/jupyter/client/kernelProcess.js", () => ({
  KernelProcess: class {
    readonly stopped: number[] = [];
    readonly text: string;
    readonly ended: Promise<string>;
    ending: string | null = null;
    readonly file: string;
    readonly cwd: string;
    constructor(_: unknown, file: string, cwd: string) {
      this.file = file;
      this.cwd = cwd;
      const { ends, text = "" } = played.courses[played.processes.length] as Course;
      this.text = text;
      this.ended = ends === undefined ? new Promise(() => {}) : Promise.resolve(ends).then((how) => (this.ending = how));
      played.processes.push(this);
    }
    async stop(patience: number): Promise<void> {
      this.stopped.push(patience);
      this.ending ??= "signal SIGTERM";
    }
  },
}));
vi.mock("../../../src/jupyter/client/kernelClient.js", () => ({
  KernelClient: class {
    readonly requests: string[] = [];
    shutdowns = 0;
    closed = 0;
    onIopub: (message: unknown) => void = () => {};
    readonly port: number;
    readonly #course: Course;
    constructor({ shell_port }: { shell_port: number }) {
      this.port = shell_port;
      this.#course = played.courses[played.clients.length] as Course;
      played.clients.push(this);
    }
    request(type: string): { reply: Promise<unknown> } {
      const { infos = [null], publishes = 1, meanwhile } = this.#course;
      const number = this.requests.push(type);
      if (number === publishes) this.onIopub({});
      meanwhile?.();
      const content = infos[Math.min(number, infos.length) - 1];
      return { reply: content === null ? new Promise(() => {}) : Promise.resolve({ content }) };
    }
    requestShutdown(): void {
      this.shutdowns++;
    }
    close(): void {
      this.closed++;
    }
  },
}));

let exits = 0;
beforeEach(() => {
  Object.assign(played, { courses: [], processes: [], clients: [] });
  exits = process.listenerCount("exit");
});
afterEach(() => {
  vi.useRealTimers();
  expect(process.listenerCount("exit")).toBe(exits);
  for (const { file } of played.processes) expect(existsSync(file)).toBe(false);
});

const spec: KernelSpec = { name: "played", folder: "/", argv: ["x"], env: {} };
const start = (courses: Course[], seconds = 60, signal?: AbortSignal) => {
  played.courses = courses;
  return startKernel(spec, "/work", seconds, signal);
};
const info = { language_info: { name: "typescript" } };

test("it is ready once it has answered and something was published; until then it is asked again", async () => {
  const kernel = await start([{ infos: [null, info], publishes: 3 }]);
  expect(kernel.info).toEqual(info);
  expect(played.clients[0]!.requests).toEqual(Array(3).fill("kernel_info_request"));
  expect(played.processes[0]!.cwd).toBe("/work");
});

test("an empty answer is none, and what was published before counts", async () => {
  await start([{ infos: [{}, {}, info], publishes: 1 }]);
  expect(played.clients[0]!.requests).toHaveLength(3);
});

test("the connection file is there while it starts, with the ports that the client has", async () => {
  let seen: Record<string, unknown> = {};
  const look = () => {
    seen = JSON.parse(readFileSync(played.processes[0]!.file, "utf8"));
    // Should the runner end now, the key goes with it.
    expect(process.listenerCount("exit")).toBe(exits + 1);
  };
  await start([{ infos: [info], meanwhile: look }]);
  expect(seen).toMatchObject({ shell_port: played.clients[0]!.port, kernel_name: "played" });
});

test("it is asked to end and given time, unless it hangs or has ended", async () => {
  const starts = Array.from({ length: 3 }, () => start([{ infos: [info] }, { infos: [info] }, { infos: [info] }]));
  const [asked, hanging, gone] = await Promise.all(starts);
  await asked!.stop();
  await hanging!.stop(true);
  Object.assign(gone!.process, { ending: "exit status 0" });
  await gone!.stop();
  expect(played.clients.map(({ shutdowns, closed }) => [shutdowns, closed])).toEqual([[1, 1], [0, 1], [0, 1]]);
  expect(played.processes.map(({ stopped }) => stopped)).toEqual([[3000], [0], [3000]]);
});

test("one that ends is told with its last words, and is cleaned up", async () => {
  await expect(start([{ ends: "exit status 3", text: "no such module\n" }])).rejects.toThrow(
    new Error("startKernel: expected kernel played to answer, got exit status 3\nno such module"),
  );
  expect([played.processes.length, played.processes[0]!.stopped, played.clients[0]!.closed]).toEqual([1, [0], 1]);
  expect(played.clients[0]!.shutdowns).toBe(0);
});

test.each(["EADDRINUSE: 5555", "bind EACCES 0.0.0.0", "zmq: Address already in use", "Address in use"])("a port that was taken meanwhile (%s) is another try, with other ports", async (text) => {
  const kernel = await start([{ ends: "exit status 1", text }, { ends: "exit status 1", text }, { infos: [info] }]);
  expect(kernel.info).toEqual(info);
  expect(new Set(played.clients.map(({ port }) => port)).size).toBe(3);
});

test("but not for ever, and not for other troubles", async () => {
  const taken = { ends: "exit status 1", text: "EADDRINUSE" };
  await expect(start([taken, taken, taken, taken])).rejects.toThrow("got exit status 1\nEADDRINUSE");
  expect(played.processes).toHaveLength(3);
});

test("a start takes no longer than it may", async () => {
  await expect(start([{ infos: [null] }], 0.01)).rejects.toThrow(new Error("startKernel: expected kernel played to answer, got no answer within 0.01 s"));
  expect(played.processes[0]!.stopped).toEqual([0]);
  await expect(start([{}, { infos: [info] }], 0)).rejects.toThrow("no answer within 0 s");
});

test("a stop ends it, even while it answers, and is what is thrown", async () => {
  const stop = new AbortController();
  const reason = new Error("enough");
  await expect(start([{ infos: [info], meanwhile: () => stop.abort(reason) }], 60, stop.signal)).rejects.toBe(reason);
  expect(played.processes[0]!.stopped).toEqual([0]);
});

test("a stop from before ends it at once", async () => {
  await expect(start([{ infos: [null] }], 60, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
});
