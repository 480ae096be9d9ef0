import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readZip } from "../../src/numeric/npz/zip.js";

describe("readZip of what is large", () => {
  it("reads 64 MiB from a small file", () => {
    const half = new Uint8Array(2 ** 25);
    expect([...readZip(zipSync({ a: half, b: half })).values()].map(({ length }) => length)).toEqual([2 ** 25, 2 ** 25]);
  });

  it("stops unpacking a bomb that lies about its size", () => {
    const lying = Buffer.from(zipSync({ a: new Uint8Array(2 ** 28) }));
    lying.writeUInt32LE(1000, lying.indexOf("PK\u0001\u0002", 0, "latin1") + 24);
    const before = process.resourceUsage().maxRSS;
    expect(() => readZip(lying)).toThrow("Cannot create a Buffer larger than 1000 bytes");
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(2 ** 16);
  });
});
