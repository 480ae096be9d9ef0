import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { array, NDArray } from "../../src/index.js";
import { decodeNpy, decodeNpz, encodeNpy, encodeNpz } from "../../src/numeric/npz/npy.js";
import { fuzz } from "./fuzz.js";

const arrays = {
  W1: array([[1.5, -2, 3], [NaN, Infinity, 0]]),
  b1: new NDArray(Int32Array.of(1, 2, 3), [3]),
  f: new NDArray(Float32Array.of(0.5, 3), [2, 1]),
  u: new NDArray(Uint8Array.of(7), []),
};

function expectWhole(x: NDArray): void {
  expect(x.data.length).toBe(x.shape.reduce((product, size) => product * size, 1));
}

it("npz files", async () => {
  const npy = Object.fromEntries(Object.entries(arrays).map(([name, x]) => [`${name}.npy`, encodeNpy(x)]));
  await fuzz({
    seeds: [encodeNpz(arrays), zipSync(npy, { level: 9 }), encodeNpz({})],
    clear: /^x(, entry .*)?: expected /s,
    read(bytes) {
      const read = decodeNpz(bytes, "x");
      Object.values(read).forEach(expectWhole);
      // the checksum lets no changed element pass
      for (const [name, x] of Object.entries(arrays)) if (read[name]) expect(read[name].data).toEqual(x.data);
    },
  });
});

it("npy arrays", () =>
  fuzz({
    seeds: Object.values(arrays).map(encodeNpy),
    clear: /^x: expected /,
    read: (bytes) => expectWhole(decodeNpy(bytes, "x")),
  }));
