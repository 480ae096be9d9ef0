/** What a page does without Node, by itself and with what its kernel gives. */
import { inflateSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import * as bytes from "../../../src/host/browser/bytes.js";
import * as events from "../../../src/host/browser/events.js";
import { breathe, memory } from "../../../src/host/browser/machine.js";
import { findPackage, loadPackage } from "../../../src/host/browser/packages.js";
import { pageKernel } from "../../../src/host/browser/pageKernel.js";
import * as text from "../../../src/host/browser/text.js";
import { isForeign, traceOf } from "../../../src/host/browser/trace.js";
import * as node from "../../../src/host/node/bytes.js";

const HOST = Symbol.for("two-layer-net.host");

afterEach(() => {
  for (const name of ["load", "format", "inspect", "trace", "breathe"] as const) delete pageKernel[name];
});

it("finds its kernel under the agreed symbol", () => {
  expect((globalThis as Record<symbol, unknown>)[HOST]).toBe(pageKernel);
});

describe("packages", () => {
  it("are those that the kernel has", () => {
    expect(findPackage("danfojs-node")).toBeNull();
    pageKernel.load = (name) => (name === "danfojs-node" ? { loaded: name } : undefined);
    expect(loadPackage(findPackage("danfojs-node")!)).toEqual({ loaded: "danfojs-node" });
    expect(findPackage("jsdom")).toBeNull();
  });
});

describe("values as text", () => {
  it("are JSON without a kernel, and the kernel's with one", () => {
    const circle: object[] = [];
    circle.push(circle);
    const own = { [Symbol.for("nodejs.util.inspect.custom")]: () => "array(2)" };
    expect(text.format("loss", 2.5, [1, 2], { a: 1 }, own, null, 3n)).toBe('loss 2.5 [1,2] {"a":1} array(2) null 3');
    expect(text.inspect(circle)).toBe("");
    pageKernel.format = (...values) => `formatted ${values.length}`;
    pageKernel.inspect = (value, options) => `${String(value)} ${JSON.stringify(options)}`;
    expect([text.format(1, 2), text.inspect(3, { depth: 2 })]).toEqual(["formatted 2", '3 {"depth":2}']);
  });
});

describe("a trace", () => {
  it("of Firefox becomes one of V8; the kernel's own is taken as it is", () => {
    const error = Object.assign(new Error("x"), { stack: "f@Cell [3]:2:10\n@https://a.b/kernel.js:1:5" });
    expect(traceOf(error)).toBe("    at f (Cell [3]:2:10)\n    at  (https://a.b/kernel.js:1:5)");
    pageKernel.trace = () => "    at g (Cell [4]:1:1)";
    expect(traceOf(error)).toBe("    at g (Cell [4]:1:1)");
  });

  it("is foreign where it has an address", () => {
    expect(["https://a.b/library.js", "blob:https://a.b/1", "file:///a.js", "Cell [3]", "model.ts"].map(isForeign)).toEqual([true, true, true, false, false]);
  });
});

describe("events", () => {
  it("reach each listener once, until it ends", () => {
    const told: string[] = [];
    const tell = (): void => void told.push("told");
    events.listen("kernel:interrupt", tell);
    const end = events.listen("kernel:interrupt", tell);
    pageKernel.events.dispatchEvent(new Event("kernel:interrupt"));
    end();
    pageKernel.events.dispatchEvent(new Event("kernel:interrupt"));
    expect(told).toEqual(["told"]);
    expect(events.isHeard("SIGINT")).toBe(false);
  });
});

describe("bytes", () => {
  it("become the base64 that Node makes, and pack into what zlib unpacks", () => {
    const content = Uint8Array.from({ length: 20_001 }, (_, i) => i * 7);
    expect(bytes.base64(content)).toBe(node.base64(content));
    expect(new Uint8Array(inflateSync(bytes.deflate(content)))).toEqual(content);
  });
});

it("breathes where the kernel lets it, and has room for work", () => {
  breathe();
  pageKernel.breathe = () => {
    throw new Error("interrupted");
  };
  expect(breathe).toThrow("interrupted");
  expect(memory()).toBeGreaterThanOrEqual(2 ** 28);
});
