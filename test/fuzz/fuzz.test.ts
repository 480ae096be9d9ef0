/** The fuzzer itself: readers with a fault are found out. */
import { describe, expect, it } from "vitest";
import { RandomState } from "../../src/index.js";
import { fuzz } from "./fuzz.js";
import { mutate } from "./mutate.js";

const seeds = [Buffer.from('{"name":"x","size":12}')];
const clear = /^read: /;

/** Reads the seed and nothing else. */
function strict(bytes: Buffer): void {
  if (!bytes.equals(seeds[0])) throw new Error("read: expected the seed, got something else");
}

describe("fuzz", () => {
  it("is content with clear errors", () => fuzz({ seeds, clear, read: strict }));

  it("finds errors of other kinds, at once or later", async () => {
    const sentence = /^fuzz: expected a right result or a clear error for input \d+ \(.+\), got /s;
    await expect(fuzz({ seeds, clear, read: (bytes) => JSON.parse(bytes.toString()) })).rejects.toThrow(sentence);
    await expect(fuzz({ seeds, clear, read: async (bytes) => JSON.parse(bytes.toString()) })).rejects.toThrow(sentence);
    await expect(fuzz({ seeds, clear, read: (bytes) => expect(bytes).toEqual(seeds[0]) })).rejects.toThrow(sentence);
  });

  it("finds readers that take everything, or refuse what is whole", async () => {
    await expect(fuzz({ seeds, clear, read: () => {} })).rejects.toThrow("to be greater than");
    await expect(fuzz({ seeds, clear, read: () => strict(Buffer.alloc(1)) })).rejects.toThrow("read: expected the seed");
  });

  it("finds memory out of proportion", async () => {
    const kept: Buffer[] = [];
    const read = (bytes: Buffer) => {
      if (kept.length < 250) kept.push(Buffer.alloc(2 ** 22, 1));
      strict(bytes);
    };
    await expect(fuzz({ seeds, clear, read, mostMegabytes: 100 })).rejects.toThrow("to be less than 100");
  });
});

describe("mutate", () => {
  it("makes the same of the same state, and seldom the seed itself", () => {
    const made = Array.from({ length: 200 }, (_, i) => mutate(seeds, new RandomState(i)).toString("latin1"));
    expect(made).toEqual(Array.from({ length: 200 }, (_, i) => mutate(seeds, new RandomState(i)).toString("latin1")));
    expect(new Set(made).size).toBeGreaterThan(150);
    expect(made.filter((text) => isJson(text)).length).toBeGreaterThan(10);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
