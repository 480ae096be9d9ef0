import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { StallTimer } from "../../src/data/stallTimer.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("aborts when it has not been restarted for so long", () => {
  const timer = new StallTimer(2000);
  vi.advanceTimersByTime(1999);
  timer.restart();
  vi.advanceTimersByTime(1999);
  expect(timer.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(timer.signal.reason).toEqual(new Error("nothing for 2 seconds"));
});

it("leaves nothing behind when it is stopped", () => {
  const timer = new StallTimer(2000);
  timer.stop();
  expect([timer.signal.aborted, vi.getTimerCount()]).toEqual([true, 0]);
});
