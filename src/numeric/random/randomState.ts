/**
 * Random numbers in the order of NumPy's legacy generator: the same seed and the same calls give
 * the same values as `numpy.random.RandomState` on Linux, bit for bit except that four normal draws
 * in ten thousand differ in the last place, where the C library's logarithm is not correctly rounded.
 *
 * How much each call takes from the stream, in 32-bit words: a double two; a normal pair two
 * doubles a try, with 1.27 tries on average; an integer one word a try, fewer than two tries on
 * average, and none if only one value is possible. The second normal of a pair is handed out
 * first; the first is kept for the next normal draw, whatever is drawn between, until a reseed.
 *
 * Source: numpy/random/mtrand.pyx and numpy/random/src/legacy (NumPy 1.24).
 */
import { checkSpread, checkWhole } from "../arguments/check.js";
import { describeValue } from "../arguments/describeValue.js";
import { allocate, type TypedArray } from "../array/dtype.js";
import { NDArray } from "../array/ndarray.js";
import { checkSizes, sizeOf } from "../array/shape.js";
import { MT19937 } from "./mt19937.js";
import { roundedLog } from "./roundedLog.js";
import { type Shufflable, shuffleInPlace } from "./shuffle.js";
import { checkSnapshot, type RandomStateSnapshot } from "./snapshot.js";

/** How many values to draw: n for shape (n,), or the shape itself. */
export type DrawSize = number | readonly number[];

const INT32_LOW = -(2 ** 31);
const INT32_END = 2 ** 31;

/**
 * NumPy's legacy random stream (`np.random.seed`, `np.random.randn`, ...): the same seeds give the same bits.
 *
 * @example
 * const random = new RandomState(231); // np.random.seed(231)
 * random.randn(3) // array([ 0.41794341,  1.39710028, -1.78590431])
 * random.choice(10, 4) // array([7, 4, 1, 2])
 * const again = new RandomState(231);
 * again.randn() === new RandomState(231).randn() // true
 */
export class RandomState {
  readonly #generator = new MT19937(0);
  #hasGauss = false;
  #cachedGaussian = 0;

  /**
   * @param seed a whole number from 0 to 2³²-1
   * @throws {RangeError} if it is not
   */
  constructor(seed: number) {
    this.#reseed("RandomState", seed);
  }

  /**
   * Starts the stream over, as `np.random.seed` does.
   *
   * @param seed a whole number from 0 to 2³²-1
   * @throws {RangeError} if it is not
   */
  seed(seed: number): void {
    this.#reseed("seed", seed);
  }

  #reseed(caller: string, seed: number): void {
    checkWhole(caller, "seed", seed, 0, 2 ** 32 - 1);
    this.#generator.seed(seed);
    this.#hasGauss = false;
    this.#cachedGaussian = 0;
  }

  /** Uniform multiples of 2⁻⁵³ on [0, 1): a number, or float64 of the given size. */
  randomSample(): number;
  randomSample(size: DrawSize): NDArray;
  randomSample(size?: DrawSize): number | NDArray {
    return floats("randomSample", size, () => this.#generator.nextDouble());
  }

  /**
   * Uniform numbers on [low, high).
   *
   * @throws {RangeError} if low or high is not finite, or high is below low
   */
  uniform(low: number, high: number): number;
  uniform(low: number, high: number, size: DrawSize): NDArray;
  uniform(low: number, high: number, size?: DrawSize): number | NDArray {
    const range = high - low;
    if (!(range >= 0 && range < Infinity)) {
      throw new RangeError(`uniform: expected finite low <= high, got low ${low} and high ${high}`);
    }
    return floats("uniform", size, () => low + range * this.#generator.nextDouble());
  }

  /** A normal number with mean 0 and standard deviation 1. */
  randn(): number;
  /**
   * Normal numbers with mean 0 and standard deviation 1.
   *
   * @param dims the shape, one argument per axis
   * @throws {RangeError} if a size is not a whole number of 0 or more
   */
  randn(...dims: number[]): NDArray;
  randn(...dims: number[]): number | NDArray {
    checkSpread("randn", dims);
    return floats("randn", dims.length === 0 ? undefined : dims, () => this.#nextGaussian());
  }

  /**
   * A whole number, uniform on 0..high-1.
   *
   * @param high up to 2³¹, itself never drawn
   * @throws {RangeError} if high is out of range or not whole
   */
  randint(high: number): number;
  /**
   * A whole number, uniform on low..high-1, or as many as a shape asks for (int32).
   *
   * @param low from -2³¹
   * @param high up to 2³¹, itself never drawn
   * @throws {RangeError} if low or high is out of range or not whole, or high is not above low
   */
  randint(low: number, high: number): number;
  randint(low: number, high: number, size: DrawSize): NDArray;
  randint(lowOrHigh: number, highOrNone?: number, size?: DrawSize): number | NDArray {
    const [low, high] = highOrNone === undefined ? [0, lowOrHigh] : [lowOrHigh, highOrNone];
    checkWhole("randint", "low", low, INT32_LOW, INT32_END - 1);
    checkWhole("randint", "high", high, INT32_LOW + 1, INT32_END);
    if (low >= high) throw new RangeError(`randint: expected low < high, got low ${low} and high ${high}`);
    return integers("randint", size, () => low + this.#generator.nextBelowOrEqual(high - 1 - low));
  }

  /**
   * One of the whole numbers 0..n-1.
   *
   * @param n how many there are to choose from, 1..2³¹-1
   * @throws {RangeError} if n is out of range
   */
  choice(n: number): number;
  /**
   * A sample of the whole numbers 0..n-1 (int32).
   *
   * @param n how many there are to choose from, 1..2³¹-1
   * @param options replace: whether a number can be drawn again; true unless given
   * @throws {RangeError} if n is out of range, or more than n are wanted without replacement
   */
  choice(n: number, size: DrawSize, options?: { replace?: boolean }): NDArray;
  choice(n: number, size?: DrawSize, options: { replace?: boolean } = {}): number | NDArray {
    checkWhole("choice", "n", n, 1, INT32_END - 1);
    if (options.replace ?? true) {
      return integers("choice", size, () => this.#generator.nextBelowOrEqual(n - 1));
    }
    const count = size === undefined ? 1 : sizeOf(shapeOf("choice", size));
    if (count > n) {
      throw new RangeError(`choice: expected at most ${n} draws from ${n} without replacement, got ${count}`);
    }
    let next = 0;
    const order = this.#permuted(n);
    return integers("choice", size, () => order[next++]);
  }

  /**
   * The whole numbers 0..n-1 in random order (int32).
   *
   * @param n 0..2³¹-1
   * @throws {RangeError} if n is out of range
   */
  permutation(n: number): NDArray {
    checkWhole("permutation", "n", n, 0, INT32_END - 1);
    return new NDArray(this.#permuted(n), [n]);
  }

  /**
   * Puts the items of a list, or the rows of an array, in random order, in place.
   *
   * @throws {TypeError} if given neither
   */
  shuffle(items: Shufflable): void {
    shuffleInPlace(items, this.#generator);
  }

  /** A copy of the state, to be kept (as JSON, for example) and given to `setState`. */
  getState(): RandomStateSnapshot {
    return { ...this.#generator.getState(), hasGauss: this.#hasGauss, cachedGaussian: this.#cachedGaussian };
  }

  /**
   * Goes on from a state, with the same bits as where it was taken; the present state stays if it is not one.
   *
   * @throws {TypeError} if a field is missing or of the wrong kind
   * @throws {RangeError} if a field is out of range
   */
  setState(state: RandomStateSnapshot): void {
    checkSnapshot(state);
    this.#generator.setState(state);
    this.#hasGauss = state.hasGauss;
    this.#cachedGaussian = state.cachedGaussian;
  }

  #permuted(n: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    shuffleInPlace(order, this.#generator);
    return order;
  }

  /** The polar method: a point in the unit disc, stretched, has two normal coordinates. */
  #nextGaussian(): number {
    if (this.#hasGauss) {
      this.#hasGauss = false;
      const kept = this.#cachedGaussian;
      this.#cachedGaussian = 0;
      return kept;
    }
    let x: number;
    let y: number;
    let r2: number;
    do {
      x = 2 * this.#generator.nextDouble() - 1;
      y = 2 * this.#generator.nextDouble() - 1;
      r2 = x * x + y * y;
    } while (r2 >= 1 || r2 === 0);
    const stretch = Math.sqrt((-2 * roundedLog(r2)) / r2);
    this.#cachedGaussian = stretch * x;
    this.#hasGauss = true;
    return stretch * y;
  }
}

function shapeOf(caller: string, size: DrawSize): readonly number[] {
  const shape = typeof size === "number" ? [size] : size;
  if (!Array.isArray(shape)) {
    throw new TypeError(`${caller}: expected size to be a number or an array of numbers, got ${describeValue(size)}`);
  }
  checkSizes(caller, shape);
  return shape;
}

function floats(caller: string, size: DrawSize | undefined, draw: () => number): number | NDArray {
  if (size === undefined) return draw();
  const shape = shapeOf(caller, size);
  return new NDArray(drawInto(allocate("float64", sizeOf(shape), caller), draw), shape);
}

function integers(caller: string, size: DrawSize | undefined, draw: () => number): number | NDArray {
  if (size === undefined) return draw();
  const shape = shapeOf(caller, size);
  return new NDArray(drawInto(allocate("int32", sizeOf(shape), caller), draw), shape);
}

function drawInto(out: TypedArray, draw: () => number): TypedArray {
  for (let i = 0; i < out.length; i++) out[i] = draw();
  return out;
}
