import { expect, it } from "vitest";
import { EngineMemory } from "../../../src/numeric/engine/memory.js";

it("gives out blocks at cache lines that do not overlap, with a line of room behind each", () => {
  const memory = new EngineMemory(true);
  const addresses = [1, 63, 64, 65, 1000].map((bytes) => ({ bytes, address: memory.take(bytes) }));
  for (const [i, { address, bytes }] of addresses.entries()) {
    expect(address % 64).toBe(0);
    expect(address).toBeGreaterThan(0);
    if (i + 1 < addresses.length) expect(addresses[i + 1].address).toBeGreaterThanOrEqual(address + bytes + 64);
  }
});

it("uses again what was given back, in one piece with its neighbours", () => {
  const memory = new EngineMemory(true);
  const [first, second, third, last] = [64, 64, 64, 64].map((bytes) => memory.take(bytes)) as [number, number, number, number];
  memory.give(first);
  memory.give(third);
  memory.give(second);
  expect(memory.take(3 * 128 - 64)).toBe(first);
  expect(memory.take(64)).toBeGreaterThan(last);
});

it("counts the bytes in use, and ignores what was not taken", () => {
  const memory = new EngineMemory(true);
  const address = memory.take(100);
  expect(memory.bytesInUse).toBe(192);
  memory.give(address + 64);
  expect(memory.bytesInUse).toBe(192);
  memory.give(address);
  memory.give(address);
  expect(memory.bytesInUse).toBe(0);
});

it("keeps arrays valid when it grows, and knows them as its own", () => {
  const memory = new EngineMemory(true);
  const early = memory.allocate("float64", 10).fill(3);
  const large = memory.allocate("uint8", 50_000_000);
  expect(large.length).toBe(50_000_000);
  expect(memory.memory.buffer).not.toBe(early.buffer);
  expect([...early]).toEqual(Array(10).fill(3));
  expect([early, large].map((data) => memory.holds(data))).toEqual([true, true]);
  early[0] = 8;
  expect(memory.views.float64[early.byteOffset / 8]).toBe(8);
});

it("does not know arrays of another memory, nor ordinary ones", () => {
  const [memory, other] = [new EngineMemory(true), new EngineMemory(true)];
  const foreign = other.allocate("float32", 4);
  memory.allocate("float32", 4);
  const before = memory.bytesInUse;
  for (const data of [foreign, new Float32Array(4)]) {
    expect(memory.holds(data)).toBe(false);
    memory.release(data);
  }
  expect(memory.bytesInUse).toBe(before);
});

it("says what to do when it is full, and goes on", () => {
  const memory = new EngineMemory(true);
  const held = memory.allocate("uint8", 1_999_900);
  expect(() => memory.allocate("float64", 600_000_000)).toThrow(
    new Error(
      "engine memory: expected room for 4801 MB more, got none beside the 2 MB in use; " +
      "release what is no longer needed, or use float32 or fewer images",
    ),
  );
  memory.release(held);
  expect(memory.allocate("uint8", 1000)).toEqual(memory.views.uint8.slice(0, 1000).fill(0));
});

it("does not grow while blocks come and go", () => {
  const memory = new EngineMemory(true);
  const kept: number[] = [];
  let size = 0;
  for (let step = 0; step < 20_000; step++) {
    kept.push(memory.take(1 + ((step * 7919) % 40_000)));
    if (kept.length > 20) memory.give(kept.splice((step * 31) % 20, 1)[0]);
    if (step === 2000) size = memory.memory.buffer.byteLength;
  }
  expect(memory.memory.buffer.byteLength).toBe(size);
});
