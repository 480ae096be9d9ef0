/** A world for progress lines in which time passes when told to. */
import type { DisplayContent } from "../../src/notebook/display/display.js";
import type { ProgressHost } from "../../src/notebook/progress/progressHost.js";
import type { Sent } from "./fakeKernel.js";

export class FakeHost implements ProgressHost {
  readonly send: ((content: DisplayContent, update: boolean) => void) | null;
  readonly sent: Sent[] = [];
  readonly #interruptCallbacks = new Set<() => void>();
  #time = 0;
  #timers: { at: number; callback: () => void }[] = [];

  constructor(place: "kernel" | "terminal") {
    this.send = place === "kernel" ? (content, update) => void this.sent.push({ content, update }) : null;
  }

  get texts(): string[] {
    return this.sent.map(({ content }) => content.data["text/plain"]);
  }

  now(): number {
    return this.#time;
  }

  later(callback: () => void, milliseconds: number): void {
    this.#timers.push({ at: this.#time + milliseconds, callback });
  }

  onInterrupt(callback: () => void): () => void {
    this.#interruptCallbacks.add(callback);
    return () => void this.#interruptCallbacks.delete(callback);
  }

  get listeners(): number {
    return this.#interruptCallbacks.size;
  }

  get timers(): number {
    return this.#timers.length;
  }

  interrupt(): void {
    for (const callback of this.#interruptCallbacks) callback();
  }

  /** Lets time pass within a cell, where no timer runs. */
  pass(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** Lets time pass after a cell: timers run in order. */
  idle(milliseconds: number): void {
    const end = this.#time + milliseconds;
    while (true) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.#time = Math.max(this.#time, next.at);
      next.callback();
    }
    this.#time = end;
  }
}
