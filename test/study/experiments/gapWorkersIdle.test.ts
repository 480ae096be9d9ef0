import { EventEmitter } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { RandomState } from "../../../src/index.js";
import { measureGaps } from "../../../src/study/index.js";

/** A pool whose workers never answer: only its events tell that they could not start. */
const made = vi.hoisted(() => [] as { destroyed: number; emit(name: string, error: Error): boolean }[]);
vi.mock("piscina", () => ({
  Piscina: class extends EventEmitter {
    destroyed = 0;
    constructor() {
      super();
      made.push(this);
    }
    run(): Promise<never> {
      return new Promise(() => {});
    }
    async destroy(): Promise<void> {
      this.destroyed++;
    }
  },
}));
afterEach(() => void (made.length = 0));

it("hears of workers that end before they have a training", async () => {
  const X = new RandomState(1).randn(20, 3);
  const y = Array.from({ length: 20 }, (_, i) => i % 2);
  const ended = vi.fn<() => void>();
  const progress = { update: () => {}, end: ended };
  const work = measureGaps({ XTrain: X, yTrain: y, XTest: X, yTest: y }, [{ numTraining: 10 }], { workers: 1, progress });
  const refused = expect(work).rejects.toThrow("no memory for a thread");
  await vi.waitFor(() => expect(made).toHaveLength(1), 30_000);
  made[0].emit("error", new Error("no memory for a thread"));
  await refused;
  expect(made[0].destroyed).toBe(1);
  expect(ended).toHaveBeenCalledTimes(1);
});
