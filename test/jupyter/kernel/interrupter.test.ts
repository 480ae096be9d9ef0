import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { descendantsOf, signalAll } from "../../../src/jupyter/kernel/descendants.js";
import { INTERRUPTIBLE, Interrupter, WantedInterrupt } from "../../../src/jupyter/kernel/interrupter.js";

type Answer = (error: Error | null, answer?: { result: { value: unknown } }) => void;
const { sessions } = vi.hoisted(() => ({ sessions: [] as { done: string[]; method: string; params: object; answer: (...given: any[]) => void }[] }));
vi.mock("node:inspector", () => ({
  Session: class {
    readonly done: string[] = [];
    connectToMainThread = () => this.done.push("connect");
    disconnect = () => this.done.push("disconnect");
    post = (method: string, params: object, answer: Answer) => sessions.push({ done: this.done, method, params, answer });
  },
}));
vi.mock("../../../src/jupyter/kernel/descendants.js", () => ({ descendantsOf: vi.fn(() => [7, 8]), signalAll: vi.fn() }));

let wanted: WantedInterrupt;
let interrupter: Interrupter;
beforeEach(() => {
  vi.useFakeTimers();
  sessions.length = 0;
  vi.mocked(signalAll).mockReset();
  wanted = new WantedInterrupt(new SharedArrayBuffer(4));
  interrupter = new Interrupter(wanted);
});
afterEach(() => void vi.useRealTimers());

const answer = (value: unknown, error: Error | null = null) => sessions.at(-1)!.answer(error, { result: { value } });

it("an interrupt is wanted until it is taken", () => {
  expect([wanted.isWanted, wanted.take()]).toEqual([false, 0]);
  expect([wanted.want(3), wanted.isWanted, wanted.want(4)]).toEqual([true, true, false]);
  expect([wanted.take(), wanted.isWanted, wanted.take()]).toEqual([4, false, 0]);
});

it("the main thread is asked to heed it, again and again until nothing is left to stop", () => {
  interrupter.interrupt(2);
  interrupter.interrupt(3);
  expect(sessions).toMatchObject([{ done: ["connect"], method: "Runtime.evaluate", params: { expression: 'globalThis[Symbol.for("two-layer-net.kernel")]?.heedInterrupt()', returnByValue: true } }]);
  expect(Symbol.keyFor(INTERRUPTIBLE)).toBe("two-layer-net.kernel");
  expect(wanted.take()).toBe(3);
  answer(undefined);
  expect(sessions.map(({ done }) => done)).toEqual([["connect", "disconnect"]]);
  vi.advanceTimersByTime(99);
  expect(sessions).toHaveLength(1);
  vi.advanceTimersByTime(1);
  answer(false);
  vi.advanceTimersByTime(10_000);
  expect(sessions).toHaveLength(2);
  interrupter.interrupt(4);
  expect(sessions).toHaveLength(3);
});

it.each<[string, () => void]>([
  ["it fails", () => (wanted.take(), answer(false, new Error("gone")))],
  ["another one came meanwhile", () => answer(false)],
])("it is asked again where %s", (_, answers) => {
  interrupter.interrupt(1);
  answers();
  vi.advanceTimersByTime(100);
  expect(sessions).toHaveLength(2);
});

it("programs that it waits for get the signals of a terminal, as long as it heeds nothing", () => {
  interrupter.interrupt(1);
  vi.advanceTimersByTime(199);
  expect(signalAll).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(vi.mocked(signalAll).mock.calls).toEqual([[[7, 8], "SIGINT"]]);
  expect(descendantsOf).toHaveBeenCalledWith(process.pid);
  vi.advanceTimersByTime(300);
  expect(vi.mocked(signalAll).mock.calls.slice(1)).toEqual([[[7, 8], "SIGTERM"]]);
});

it("and none once it has, or until an interrupt that came later is not heeded for as long", () => {
  interrupter.interrupt(1);
  wanted.take();
  vi.advanceTimersByTime(150);
  expect(signalAll).not.toHaveBeenCalled();
  interrupter.interrupt(2);
  vi.advanceTimersByTime(199);
  expect(signalAll).not.toHaveBeenCalled();
  wanted.take();
  vi.advanceTimersByTime(1000);
  expect(signalAll).not.toHaveBeenCalled();
});
