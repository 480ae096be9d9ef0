/** Kernels of a page, with a worker that does what the test says. */
import { beforeEach, describe, expect, it } from "vitest";
import type { ThreadLike } from "../../../src/jupyter/page/kernelThreads.js";
import { KernelWorker, type WorkerLike } from "../../../src/jupyter/page/kernelWorker.js";
import { PageKernels } from "../../../src/jupyter/page/pageKernels.js";
import { messageOf, partsOf } from "../../../src/jupyter/page/workerParts.js";
import { createMessage, type Message } from "../../../src/jupyter/protocol/messages.js";
import type { ChannelMessage, Line } from "../../../src/jupyter/server/kernels/kernels.js";
import { pageThreads } from "../../../src/jupyter/worker/pageThreads.js";
import { SharedLine } from "../../../src/jupyter/worker/sharedLine.js";
import type { FromWorker, ToWorker } from "../../../src/jupyter/worker/workerMessages.js";

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly got: ToWorker[] = [];
  isEnded = false;

  postMessage(message: ToWorker): void {
    this.got.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }

  answer(channel: "iopub" | "shell", type: string, content: Message["content"], parent: Message): void {
    this.say({ kind: "message", channel, message: { ...createMessage(type, content, "kernel"), parent: parent.header } });
  }

  start(parent: Message): void {
    this.answer("iopub", "status", { execution_state: "busy" }, parent);
    this.answer("iopub", "execute_input", { code: "", execution_count: 1 }, parent);
  }

  end(parent: Message): void {
    this.answer("shell", "execute_reply", { status: "ok" }, parent);
    this.answer("iopub", "status", { execution_state: "idle" }, parent);
  }
}

class FakeThread implements ThreadLike {
  onmessage: ThreadLike["onmessage"] = null;
  onerror: ThreadLike["onerror"] = null;
  readonly got: unknown[] = [];
  readonly made: readonly [address: string, options: object];
  isEnded = false;

  constructor(...made: [address: string, options: object]) {
    this.made = made;
  }

  postMessage(data: unknown): void {
    this.got.push(data);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const SPEC = { name: "small", spec: { argv: [], env: {}, display_name: "Small", language: "words", interrupt_mode: "message", metadata: {} }, resources: {} };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("kernels of a page", () => {
  let workers: FakeWorker[];
  let threads: FakeThread[];
  let kept: [string, string | null][];
  let problem: Error | null;
  let isIsolated: boolean;
  let kernels: PageKernels;

  beforeEach(() => {
    [workers, threads, kept, problem, isIsolated] = [[], [], [], null, true];
    kernels = new PageKernels({
      spec: SPEC,
      words: { interrupted: "stopped for good", broken: (reason) => `broke: ${reason}`, notKept: (reason) => `not kept: ${reason}` },
      start: async (folder) => new KernelWorker({ kernel: make, thread: makeThread }, { files: { typescript: "", declarations: "", packages: {}, workers: { engine: "", trial: "", gap: "" } }, folder, lang: "en", stored: new Map() }, isIsolated),
      keep: async (path, bytes) => {
        if (problem !== null) throw problem;
        kept.push([path, bytes === null ? null : new TextDecoder().decode(bytes)]);
      },
    });
  });

  function make(): FakeWorker {
    const worker = new FakeWorker();
    workers.push(worker);
    queueMicrotask(() => worker.say({ kind: "ready" }));
    return worker;
  }

  function makeThread(...made: [string, object]): FakeThread {
    threads.push(new FakeThread(...made));
    return threads.at(-1)!;
  }

  async function started(folder = ""): Promise<{ id: string; worker: FakeWorker; line: Line; told: Message[] }> {
    const { id } = await kernels.start("small", folder);
    const told: Message[] = [];
    const line = kernels.connect(id, { send: ({ parts }: ChannelMessage) => void told.push(messageOf(parts)), close: () => {} });
    return { id, worker: workers.at(-1)!, line, told };
  }

  function run(line: Line, code = "1"): Message {
    const message = createMessage("execute_request", { code }, "page");
    line.receive({ channel: "shell", parts: partsOf(message) });
    return message;
  }

  const words = (told: readonly Message[]): unknown[] => told.filter(({ header }) => header.msg_type === "stream").map(({ content }) => content.text);
  const state = (id: string): string | undefined => kernels.find(id)?.execution_state;

  it("take the one that was started in advance, for its folder only", async () => {
    kernels.warmUp("ko");
    await started("ko");
    expect(workers).toHaveLength(1);
    kernels.warmUp("ko");
    await started();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false, true, false]);
  });

  it("pass on requests and answers, and know whether a cell runs", async () => {
    const { id, worker, line, told } = await started();
    const cell = run(line);
    expect(worker.got.at(-1)).toEqual({ kind: "request", channel: "shell", message: cell });
    worker.start(cell);
    await settled();
    expect([state(id), kernels.openRequests(id).map(({ code, done }) => [code, done])]).toEqual(["busy", [["1", false]]]);
    worker.end(cell);
    await settled();
    expect([state(id), told.at(-2)?.content, told.at(-2)?.parent.msg_id]).toEqual(["idle", { status: "ok" }, cell.header.msg_id]);
  });

  it("interrupt through shared memory all that was sent so far, and nothing that is idle", async () => {
    const { id, worker, line } = await started();
    const start = worker.got[0] as ToWorker & { kind: "start" };
    const seen = new SharedLine(start.start.line!);
    await kernels.interrupt(id);
    expect(seen.interrupted).toBe(0);
    run(line);
    worker.start(run(line));
    await settled();
    await kernels.interrupt(id);
    expect([seen.interrupted, worker.isEnded]).toEqual([2, false]);
  });

  it("without shared memory replace the worker, and say so to the cell", async () => {
    isIsolated = false;
    const { id, worker, line, told } = await started();
    const [first, second] = [run(line), run(line)];
    worker.start(first);
    await settled();
    await kernels.interrupt(id);
    await settled();
    expect([worker.isEnded, workers.length, state(id), words(told)]).toEqual([true, 2, "idle", ["stopped for good\n"]]);
    const replies = told.filter(({ header }) => header.msg_type === "execute_reply");
    expect(replies.map(({ content, parent }) => [content.status, parent.msg_id])).toEqual([["aborted", first.header.msg_id], ["aborted", second.header.msg_id]]);
    expect(workers[1]!.got).toHaveLength(1);
    expect(told.map(({ content }) => content.execution_state)).not.toContain("restarting");
  });

  it("start one anew that broke, three times, and then no more", async () => {
    const { id, told, line } = await started();
    run(line);
    for (let time = 1; time <= 4; time++) {
      workers.at(-1)!.say({ kind: "broken", reason: "no memory" });
      await settled();
      expect(state(id)).toBe(time < 4 ? "idle" : "dead");
    }
    expect([words(told), workers.length]).toEqual([["broke: no memory\n"], 4]);
  });

  it("give a kernel its threads, whether or not a cell runs, and end them with it", async () => {
    const { id, worker } = await started();
    const { Worker, take } = pageThreads((message) => worker.say(message));
    const [one, two, three] = [new Worker("trial.js", { type: "module" }), new Worker(new URL("http://host/engine.js")), new Worker("gone.js")];
    const heard: unknown[] = [];
    two.onmessage = ({ data }) => heard.push(data);
    three.onerror = ({ message }) => heard.push(message);
    two.postMessage("task");
    one.terminate();
    expect(threads.map(({ made, got, isEnded }) => [...made, got, isEnded])).toEqual([["trial.js", { type: "module" }, [], true], ["http://host/engine.js", {}, ["task"], false], ["gone.js", {}, [], false]]);
    threads[1]!.onmessage!({ data: "result" });
    threads[2]!.onerror!({});
    for (const said of worker.got.slice(1)) take(said as Parameters<typeof take>[0]);
    expect(heard).toEqual(["result", "its script could not be loaded"]);
    await kernels.restart(id);
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, true, true]);
  });

  it("say why one did not start", async () => {
    kernels = new PageKernels({
      spec: SPEC, words: { interrupted: "", broken: String, notKept: String }, keep: async () => {},
      start: async () => {
        const worker = new FakeWorker();
        queueMicrotask(() => worker.onerror?.({ message: "no such script" }));
        return new KernelWorker({ kernel: () => worker, thread: makeThread }, { files: { typescript: "", declarations: "", packages: {}, workers: { engine: "", trial: "", gap: "" } }, folder: "", lang: "en", stored: new Map() }, true);
      },
    });
    await expect(kernels.start("small", "")).rejects.toThrow("the kernel did not start: no such script");
    expect(kernels.list()).toEqual([]);
  });

  it("restart with another worker, which gets what is asked meanwhile", async () => {
    const { id, worker, line, told } = await started();
    run(line, "old");
    const restarted = kernels.restart(id);
    const cell = run(line, "new");
    await restarted;
    expect([worker.isEnded, words(told), workers[1]!.got.slice(1)]).toEqual([true, [], [{ kind: "request", channel: "shell", message: cell }]]);
  });

  it("keep what a cell writes before its reply is passed on, and say what could not be kept", async () => {
    const { worker, line, told } = await started();
    const cell = run(line);
    worker.start(cell);
    worker.say({ kind: "file", path: "out/model.npz", bytes: new TextEncoder().encode("weights") });
    worker.say({ kind: "file", path: "old.npz", bytes: null });
    await settled();
    expect(kept).toEqual([["out/model.npz", "weights"], ["old.npz", null]]);
    problem = new Error("no room");
    worker.say({ kind: "file", path: "more.npz", bytes: new Uint8Array(1) });
    worker.end(cell);
    await settled();
    expect(words(told)).toEqual(["not kept: no room\n"]);
    expect(told.findIndex(({ header }) => header.msg_type === "stream")).toBeLessThan(told.findIndex(({ header }) => header.msg_type === "execute_reply"));
  });

  it("answer the tab that asked; where that is gone, the others", async () => {
    const { id, worker, line, told } = await started();
    const other: Message[] = [];
    kernels.connect(id, { send: ({ parts }: ChannelMessage) => void other.push(messageOf(parts)), close: () => {} });
    const replies = (heard: readonly Message[]): unknown[] => heard.filter(({ header }) => header.msg_type === "execute_reply").map(({ parent }) => parent.msg_id);
    const [first, second] = [run(line), run(line)];
    worker.end(first);
    await settled();
    expect([replies(told), replies(other)]).toEqual([[first.header.msg_id], []]);
    line.close();
    worker.end(second);
    await settled();
    expect(replies(other)).toEqual([second.header.msg_id]);
  });

  it("tell running kernels of files", async () => {
    const { worker } = await started();
    kernels.tellFile("data.csv", new Uint8Array([1]));
    expect(worker.got.at(-1)).toEqual({ kind: "file", path: "data.csv", bytes: new Uint8Array([1]) });
  });

  it("end one, and refuse what is not there", async () => {
    const { id, worker } = await started();
    await kernels.end(id);
    expect([worker.isEnded, kernels.list()]).toEqual([true, []]);
    await expect(kernels.interrupt(id)).rejects.toThrow(`there is no kernel ${id}`);
  });
});
