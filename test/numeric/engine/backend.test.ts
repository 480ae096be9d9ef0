import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type * as Backend from "../../../src/numeric/engine/backend.js";

let fresh: typeof Backend;

beforeEach(async () => {
  vi.resetModules();
  vi.stubEnv("TWO_LAYER_NET_BACKEND", "");
  vi.stubEnv("TWO_LAYER_NET_THREADS", "");
  // No native library, wherever the tests run.
  vi.stubEnv("TWO_LAYER_NET_BLAS", "/nowhere/libblas.so");
  fresh = await import("../../../src/numeric/engine/backend.js");
});
afterEach(() => vi.unstubAllEnvs());

it("is the embedded engine where there is no BLAS", () => {
  expect(fresh.backend()).toMatch(/^wasm, \d threads?/);
});

it("is what the environment says", () => {
  vi.stubEnv("TWO_LAYER_NET_BACKEND", "wasm");
  vi.stubEnv("TWO_LAYER_NET_THREADS", "3");
  expect(fresh.backend()).toBe("wasm, 3 threads");
  expect(fresh.engine()).toBe(fresh.engine());
});

it("is what the program says, whatever the environment", () => {
  vi.stubEnv("TWO_LAYER_NET_BACKEND", "wasm");
  expect(fresh.useBackend("plain")).toBe("plain");
  expect(fresh.backend()).toBe("plain");
  expect(fresh.useBackend("wasm", { threads: 1 })).toBe("wasm, 1 thread");
  expect(fresh.backend()).toBe("wasm, 1 thread");
});

it("ends the threads of the engine that it replaces", () => {
  fresh.useBackend("wasm", { threads: 2 });
  const replaced = fresh.engine();
  fresh.useBackend("plain");
  expect(replaced.name).toBe("wasm, 1 thread (the worker threads were stopped)");
});

it("refuses names and numbers of threads that make no sense, and keeps what was", () => {
  fresh.useBackend("plain");
  expect(() => fresh.useBackend("gpu" as "wasm")).toThrow(
    new RangeError('useBackend: expected a backend of auto, wasm, blas, plain, got "gpu"'),
  );
  for (const threads of [0, -1, 1.5, NaN, 65]) {
    expect(() => fresh.useBackend("wasm", { threads })).toThrow(
      new RangeError(`useBackend: expected a number of threads from 1 to 64, got ${threads}`),
    );
  }
  expect(() => fresh.useBackend("blas")).toThrow(/^backend "blas": expected /);
  expect(fresh.backend()).toBe("plain");
});

it("refuses a senseless environment", () => {
  vi.stubEnv("TWO_LAYER_NET_BACKEND", "gpu");
  expect(() => fresh.engine()).toThrow(
    new RangeError('TWO_LAYER_NET_BACKEND: expected a backend of auto, wasm, blas, plain, got "gpu"'),
  );
  vi.stubEnv("TWO_LAYER_NET_BACKEND", "auto");
  vi.stubEnv("TWO_LAYER_NET_THREADS", "two");
  expect(() => fresh.engine()).toThrow(
    new RangeError("TWO_LAYER_NET_THREADS: expected a number of threads from 1 to 64, got NaN"),
  );
});
