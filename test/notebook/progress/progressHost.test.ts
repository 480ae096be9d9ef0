import { afterEach, expect, it } from "vitest";
import { interruptEvent } from "../../../src/jupyter/display/interruptEvent.js";
import { processHost } from "../../../src/notebook/progress/progressHost.js";

const events: NodeJS.EventEmitter = process;
afterEach(() => void events.removeAllListeners(interruptEvent));

it("passes the kernel's event on to all that still listen, through one listener", () => {
  const host = processHost();
  const told: string[] = [];
  const forget = host.onInterrupt(() => told.push("a"));
  host.onInterrupt(() => told.push("b"));
  expect(events.listenerCount(interruptEvent)).toBe(1);
  events.emit(interruptEvent);
  forget();
  events.emit(interruptEvent);
  expect(told).toEqual(["a", "b", "b"]);
});

it("runs a callback once the event loop is free", async () => {
  const order: string[] = [];
  await new Promise<void>((resolve) => {
    processHost().later(() => resolve(void order.push("later")), 1);
    // The timer alone would not keep the process.
    setTimeout(() => {}, 50);
    order.push("first");
  });
  expect(order).toEqual(["first", "later"]);
  expect(processHost().send).toBeNull();
});
