/**
 * Where arrays are for the routines: those in engine memory at their own address, all others
 * copied to scratch there for as long as a routine runs.
 */
import type { FloatArray } from "./engine.js";
import type { EngineMemory } from "./memory.js";

export class Placement {
  readonly #memory: EngineMemory;

  constructor(memory: EngineMemory) {
    this.#memory = memory;
  }

  /** Calls `use` with the address of the first `length` values. */
  input(data: FloatArray, length: number, use: (address: number) => void): void {
    if (this.#memory.holds(data)) return use(data.byteOffset);
    this.#scratch(length * data.BYTES_PER_ELEMENT, (address) => {
      const whole = this.#whole(data);
      whole.set(data.length === length ? data : data.subarray(0, length), address / data.BYTES_PER_ELEMENT);
      use(address);
    });
  }

  /** Calls `use` with the address where to leave the first `length` values. */
  output(data: FloatArray, length: number, use: (address: number) => void): void {
    if (this.#memory.holds(data)) return use(data.byteOffset);
    this.#scratch(length * data.BYTES_PER_ELEMENT, (address) => {
      use(address);
      const start = address / data.BYTES_PER_ELEMENT;
      data.set(this.#whole(data).subarray(start, start + length));
    });
  }

  /** Calls `use` with the address of a table of the addresses of rows of bytes. */
  byteRows(data: Uint8Array, rowLength: number, indices: ArrayLike<number>, use: (table: number) => void): void {
    const inside = this.#memory.holds(data);
    const copies = inside ? 0 : indices.length * rowLength;
    this.#scratch(4 * indices.length, (table) =>
      this.#scratch(copies, (copy) => {
        const addresses = new Uint32Array(this.#memory.memory.buffer, table, indices.length);
        for (let i = 0; i < indices.length; i++) {
          const from = indices[i] * rowLength;
          addresses[i] = inside ? data.byteOffset + from : copy + i * rowLength;
          if (!inside) this.#memory.views.uint8.set(data.subarray(from, from + rowLength), addresses[i]);
        }
        use(table);
      }),
    );
  }

  #scratch(bytes: number, use: (address: number) => void): void {
    const address = this.#memory.take(bytes);
    try {
      use(address);
    } finally {
      this.#memory.give(address);
    }
  }

  #whole(data: FloatArray): FloatArray {
    return data instanceof Float64Array ? this.#memory.views.float64 : this.#memory.views.float32;
  }
}
