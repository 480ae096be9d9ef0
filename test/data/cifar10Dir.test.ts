import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import { cifar10Dir, namedCifar10Dir } from "../../src/data/cifar10Dir.js";

afterEach(() => vi.unstubAllEnvs());

it("takes the folder given, then the environment's, then the project's cache", () => {
  const cache = fileURLToPath(new URL("../../.cache/cifar-10-batches-bin", import.meta.url));
  vi.stubEnv("CIFAR10_DIR", "/data/cifar");
  expect(cifar10Dir("some/where")).toBe(resolve("some/where"));
  expect(cifar10Dir()).toBe(resolve("/data/cifar"));
  expect(cifar10Dir("")).toBe(resolve("/data/cifar"));
  vi.stubEnv("CIFAR10_DIR", "");
  expect(cifar10Dir()).toBe(cache);
  vi.stubEnv("CIFAR10_DIR", undefined);
  expect(cifar10Dir()).toBe(cache);
});

it("tells whether one was asked for", () => {
  vi.stubEnv("CIFAR10_DIR", "");
  expect([namedCifar10Dir(), namedCifar10Dir("")]).toEqual([undefined, undefined]);
  expect(namedCifar10Dir("a")).toBe("a");
  vi.stubEnv("CIFAR10_DIR", "b");
  expect(namedCifar10Dir()).toBe("b");
});
