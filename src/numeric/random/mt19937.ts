/**
 * The Mersenne Twister: 624 words of state, of which each draw hands out one, tempered; when all
 * are spent, a linear recurrence makes the next 624 in place.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
 * uniform pseudo-random number generator", ACM TOMACS 8(1), 1998, with the integer seeding of
 * their revision of 2002, which is also that of NumPy's legacy generator.
 */
export const WORDS = 624;
const MIDDLE = 397;

/** Where the generator stands: its 624 words and how many of them are spent. */
export interface MT19937State {
  key: number[];
  pos: number;
}

export class MT19937 {
  readonly #key = new Uint32Array(WORDS);
  #pos = WORDS;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Starts over; the seed's integer range is the caller's to check. */
  seed(seed: number): void {
    const key = this.#key;
    key[0] = seed;
    for (let i = 1; i < WORDS; i++) {
      const previous = key[i - 1];
      key[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.#pos = WORDS;
  }

  /** A whole number, uniform on 0..2³²-1. */
  nextUint32(): number {
    if (this.#pos === WORDS) this.#twist();
    let y = this.#key[this.#pos++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** A multiple of 2⁻⁵³, uniform on [0, 1), from two words: 27 bits of the first, 26 of the second. */
  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /**
   * A whole number, uniform on 0..max, by masking: draws are cut to the bits that `max` has, and
   * those above it thrown away. Takes nothing from the stream when max is 0.
   */
  nextBelowOrEqual(max: number): number {
    if (max === 0) return 0;
    const unusedBits = Math.clz32(max);
    let value: number;
    do {
      value = (this.nextUint32() << unusedBits) >>> unusedBits;
    } while (value > max);
    return value;
  }

  getState(): MT19937State {
    return { key: Array.from(this.#key), pos: this.#pos };
  }

  /** Continues from a state whose form is the caller's to check. */
  setState(state: MT19937State): void {
    this.#key.set(state.key);
    this.#pos = state.pos;
  }

  #twist(): void {
    const key = this.#key;
    for (let i = 0; i < WORDS; i++) {
      const y = (key[i] & 0x80000000) | (key[(i + 1) % WORDS] & 0x7fffffff);
      key[i] = key[(i + MIDDLE) % WORDS] ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
    }
    this.#pos = 0;
  }
}
