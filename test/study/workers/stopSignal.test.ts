import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listenForStop } from "../../../src/study/workers/stopSignal.js";

const events: NodeJS.EventEmitter = process;
const names = ["SIGINT", "kernel:interrupt"];
const listeners = () => names.map((name) => events.listenerCount(name));
const kernelListener = () => {};
let ends = 0;
const end = () => ends++;
beforeEach(() => void (ends = 0));
afterEach(() => void process.removeListener("SIGINT", kernelListener));

describe("listenForStop", () => {
  it("rejects with the signal's reason, also if that came before", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const { stopped, release } = listenForStop(controller.signal, { end, describe: () => "" });
    controller.abort(reason);
    expect(ends).toBe(1);
    await expect(stopped).rejects.toBe(reason);
    release();
    const late = listenForStop(controller.signal, { end, describe: () => "" });
    expect(ends).toBe(2);
    await expect(late.stopped).rejects.toBe(reason);
    late.release();
  });

  it("rejects when the kernel says that the cell is interrupted, with how far the sweep has come then", async () => {
    let done = 0;
    const { stopped, release } = listenForStop(undefined, { end, describe: () => `${done} done` });
    done = 3;
    events.emit("kernel:interrupt");
    expect(ends).toBe(1); // before anything else can run
    await expect(stopped).rejects.toMatchObject({ name: "InterruptedError", message: "3 done" });
    release();
  });

  it("listens to SIGINT where a kernel does, ahead of it", async () => {
    process.on("SIGINT", kernelListener);
    const { stopped, release } = listenForStop(undefined, { end, describe: () => "signal" });
    expect(process.listeners("SIGINT").indexOf(kernelListener)).toBeGreaterThan(0);
    events.emit("SIGINT");
    await expect(stopped).rejects.toThrow("signal");
    release();
  });

  it("leaves SIGINT alone where nobody handles it, for it has to end the process", () => {
    const others = process.listeners("SIGINT");
    process.removeAllListeners("SIGINT");
    const { release } = listenForStop(undefined, { end, describe: () => "" });
    expect(process.listenerCount("SIGINT")).toBe(0);
    release();
    for (const other of others) process.on("SIGINT", other as NodeJS.SignalsListener);
  });

  it("leaves no listener behind", () => {
    process.on("SIGINT", kernelListener);
    const before = listeners();
    const { release } = listenForStop(undefined, { end, describe: () => "" });
    expect(listeners()).toEqual(before.map((count) => count + 1));
    release();
    expect(listeners()).toEqual(before);
  });
});
