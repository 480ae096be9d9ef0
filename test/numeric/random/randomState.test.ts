import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { NDArray } from "../../../src/numeric/array/ndarray.js";
import { RandomState } from "../../../src/numeric/random/randomState.js";

const golden = JSON.parse(readFileSync(new URL("../../fixtures/numpy.json", import.meta.url), "utf8")).rng;

function sha256(values: ArrayBufferView): string {
  return createHash("sha256").update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)).digest("hex");
}

const int64 = (draws: NDArray): BigInt64Array => BigInt64Array.from(draws.data as Int32Array, BigInt);

describe.each(["0", "1", "231"])("seed %s draws as NumPy does:", (seed) => {
  const expected = golden[seed];
  const start = (): RandomState => new RandomState(Number(seed));

  test("randn", () => {
    expect(start().randn(12).toList()).toEqual(expected.randn_first12);
  });

  test("randint", () => {
    const draws = start().randint(0, 10, 20);
    expect(draws.toList()).toEqual(expected.randint10_first20);
    expect(draws.dtype).toBe("int32");
  });

  test("choice", () => {
    expect(sha256(int64(start().choice(49000, 100_000)))).toBe(expected.choice49000_1e5_sha256_le64);
  });

  test("permutation, and choice without replacement from it", () => {
    expect(start().permutation(10).toList()).toEqual(expected.permutation10);
    expect(start().choice(10, 4, { replace: false }).toList()).toEqual(expected.permutation10.slice(0, 4));
  });

  test("uniform", () => {
    expect(start().uniform(-1, 1, 4).toList()).toEqual(expected["uniform(-1,1)_first4"]);
  });

  test("normal draws around an integer one, the odd value kept", () => {
    const random = start();
    const interleaved = expected["interleave randn(3),randint(7,3),randn(4)"];
    expect(random.randn(3).toList()).toEqual(interleaved.a);
    expect(random.randint(0, 7, 3).toList()).toEqual(interleaved.i);
    expect(random.randn(4).toList()).toEqual(interleaved.b);
    const { hasGauss, cachedGaussian, pos } = random.getState();
    expect([Number(hasGauss), cachedGaussian, pos]).toEqual([interleaved.has_gauss, interleaved.cached_gaussian, interleaved.pos]);
  });
});

test("every form of call, from one stream", () => {
  // r = np.random.RandomState(5), and the same calls
  const random = new RandomState(5);
  expect(random.randint(-3, 4, 8).toList()).toEqual([0, 3, 2, 3, 3, -3, -2, -3]);
  expect(random.randint(-(2 ** 31), 2 ** 31, [3]).toList()).toEqual([-1761705244, 479936231, -443512898]);
  expect(random.randint(5, 6, 3).toList()).toEqual([5, 5, 5]);
  expect(random.randint(0, 256, [2, 2]).toList()).toEqual([[155, 112], [158, 208]]);
  expect(random.choice(10, 4, { replace: false }).toList()).toEqual([6, 2, 9, 8]);
  expect(random.choice(5)).toBe(4);
  expect(random.randint(100)).toBe(86);
  expect(random.randint(-9, -2)).toBe(-4);
  expect(random.uniform(2, 5)).toBe(2.357286072434781);
  expect(random.uniform(-1, 3, [2, 2]).toList()).toEqual([
    [2.5116122850414486, 1.0947011583995163],
    [0.9685439944246168, 1.927484401041839],
  ]);
  expect(random.permutation(1).toList()).toEqual([0]);
  expect(random.randomSample()).toBe(0.01458075109635204);
  expect(random.randn()).toBe(0.07453115614725549);
});

test("a choice of all without replacement, of one, and a range of one value", () => {
  // r = np.random.RandomState(1); r.choice(5, replace=False); r.uniform(2, 2); r.choice(4, 4, replace=False)
  const random = new RandomState(1);
  expect(random.choice(5, undefined as never, { replace: false })).toBe(2);
  expect(random.uniform(2, 2)).toBe(2);
  expect(random.choice(4, 4, { replace: false }).toList()).toEqual([3, 2, 0, 1]);
});

test("shuffle draws from the same stream", () => {
  // r = np.random.RandomState(6); letters = list("abcdef"); r.shuffle(letters); r.randn()
  const random = new RandomState(6);
  const letters = [..."abcdef"];
  random.shuffle(letters);
  expect(letters.join("")).toBe("efadbc");
  expect(random.randn()).toBe(-0.176083680586453);
});

test("a normal draw tries again at the centre of the disc, and on its edge", () => {
  // key = np.random.RandomState(1).get_state()[1]; key[:8] = [half, 0, half, 0, 0, 0, half, 0]
  // r.set_state(("MT19937", key, 0, 0, 0.0)); r.randn(); half is the word that becomes 2**31
  const half = 0x80102204;
  const { key } = new RandomState(1).getState();
  const random = new RandomState(1);
  random.setState({ key: [half, 0, half, 0, 0, 0, half, 0, ...key.slice(8)], pos: 0, hasGauss: false, cachedGaussian: 0 });
  expect(random.randn()).toBe(-0.45618221510206675);
  expect(random.getState().pos).toBe(12);
});

test("sizes give shapes, also empty ones", () => {
  const random = new RandomState(1);
  expect(random.randn(2, 3, 4).shape).toEqual([2, 3, 4]);
  expect(random.randomSample([2, 0]).shape).toEqual([2, 0]);
  expect(random.randint(0, 9, []).shape).toEqual([]);
  expect(random.choice(9, 0).shape).toEqual([0]);
  expect(random.permutation(0).shape).toEqual([0]);
});

test("no normal value is kept once it has been handed out", () => {
  const random = new RandomState(231);
  random.randn();
  expect(random.getState()).toMatchObject({ hasGauss: true, cachedGaussian: golden["231"].randn_first12[1] });
  random.randn();
  expect(random.getState()).toMatchObject({ hasGauss: false, cachedGaussian: 0 });
});

test("seeding clears the odd normal value", () => {
  const random = new RandomState(231);
  random.randn();
  random.seed(0);
  expect(random.getState().cachedGaussian).toBe(0);
  expect(random.randn()).toBe(golden["0"].randn_first12[0]);
});

test("a state that has been through JSON continues with the same bits", () => {
  const random = new RandomState(231);
  random.randn(1001);
  const kept = JSON.stringify(random.getState());
  const draws = [random.randn(3).toList(), random.choice(49000, 700).toList(), random.randn(2).toList()];
  const resumed = new RandomState(0);
  resumed.setState(JSON.parse(kept));
  expect([resumed.randn(3).toList(), resumed.choice(49000, 700).toList(), resumed.randn(2).toList()]).toEqual(draws);
});

test("a state is a copy", () => {
  const random = new RandomState(1);
  random.getState().key.fill(7);
  expect(random.randn()).toBe(golden["1"].randn_first12[0]);
});

test("a wrong state changes nothing", () => {
  const random = new RandomState(1);
  random.randn();
  const before = random.getState();
  expect(() => random.setState({ ...new RandomState(2).getState(), pos: -1 })).toThrow(
    new RangeError("setState: expected pos to be a whole number from 0 to 624, got -1"),
  );
  expect(random.getState()).toEqual(before);
});

let random: RandomState;
beforeEach(() => {
  random = new RandomState(1);
});
const sizes = "expected sizes that are whole numbers of 0 or more, got";

test.each<[string, () => unknown, Error]>([
  ["a negative seed", () => new RandomState(-1), new RangeError("RandomState: expected seed to be a whole number from 0 to 4294967295, got -1")],
  ["a seed of 33 bits", () => random.seed(2 ** 32), new RangeError("seed: expected seed to be a whole number from 0 to 4294967295, got 4294967296")],
  ["no seed", () => new RandomState(undefined as never), new TypeError("RandomState: expected seed to be a number, got undefined")],
  ["a negative size", () => random.randomSample(-1), new RangeError(`randomSample: ${sizes} (-1,)`)],
  ["a broken size", () => random.uniform(0, 1, [2, 1.5]), new RangeError(`uniform: ${sizes} (2, 1.5)`)],
  ["a size of text", () => random.choice(5, "3" as never), new TypeError('choice: expected size to be a number or an array of numbers, got "3"')],
  ["a negative size of whole numbers", () => random.randint(0, 5, -1), new RangeError(`randint: ${sizes} (-1,)`)],
  ["a negative size without replacement", () => random.choice(5, -1, { replace: false }), new RangeError(`choice: ${sizes} (-1,)`)],
  ["a negative axis", () => random.randn(3, -1), new RangeError(`randn: ${sizes} (3, -1)`)],
  ["a shape given to randn", () => random.randn([3, 4] as never), new TypeError("randn: expected one number per axis, got a list; write randn(...list)")],
  ["an empty range", () => random.randint(3, 3), new RangeError("randint: expected low < high, got low 3 and high 3")],
  ["an empty range from 0", () => random.randint(0), new RangeError("randint: expected low < high, got low 0 and high 0")],
  ["a broken bound", () => random.randint(0, 2.5), new RangeError("randint: expected high to be a whole number from -2147483647 to 2147483648, got 2.5")],
  ["a bound past int32", () => random.randint(-(2 ** 31) - 1, 0, 2), new RangeError("randint: expected low to be a whole number from -2147483648 to 2147483647, got -2147483649")],
  ["a choice from none", () => random.choice(0, 3), new RangeError("choice: expected n to be a whole number from 1 to 2147483647, got 0")],
  ["too many without replacement", () => random.choice(3, [2, 2], { replace: false }), new RangeError("choice: expected at most 3 draws from 3 without replacement, got 4")],
  ["a negative permutation", () => random.permutation(-1), new RangeError("permutation: expected n to be a whole number from 0 to 2147483647, got -1")],
  ["a reversed range", () => random.uniform(1, 0), new RangeError("uniform: expected finite low <= high, got low 1 and high 0")],
  ["an endless range", () => random.uniform(0, Infinity, 2), new RangeError("uniform: expected finite low <= high, got low 0 and high Infinity")],
])("refuses %s, and draws nothing", (_, call, error) => {
  const before = random.getState();
  expect(call).toThrow(error);
  expect(random.getState()).toEqual(before);
});
