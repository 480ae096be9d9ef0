/**
 * The embedded engine's memory: one WebAssembly.Memory, and who holds which part of it.
 *
 * Blocks are taken and given back explicitly. What is given back is used again, but never returned
 * to the operating system, and nothing waits for the garbage collector. Growing leaves
 * existing views valid, because the memory is shared with the worker threads.
 */
import type { EngineArrays, FloatArray } from "./engine.js";

const PAGE = 65_536;
/** The most that 32-bit addresses reach. It is reserved as address space, and used as it is needed. */
const MAX_PAGES = 65_536;
/** The least to grow by: each growth makes new views of the whole memory. */
const GROWTH_PAGES = 64;
/** Blocks start at a cache line, and a line of room follows each: routines read and write whole vectors. */
const LINE = 64;

interface Block {
  address: number;
  bytes: number;
}

export class EngineMemory {
  readonly memory: WebAssembly.Memory;
  /** Whether other threads can see it. If not, growing would detach every view. */
  readonly shared: boolean;
  /** Views of the whole memory, made again after each growth. */
  views!: { readonly float64: Float64Array; readonly float32: Float32Array; readonly uint8: Uint8Array };
  bytesInUse = 0;

  readonly #buffers = new WeakSet<ArrayBufferLike>();
  /** In the order of addresses; no two adjoin. */
  readonly #free: Block[] = [];
  readonly #taken = new Map<number, number>();

  /** @throws {Error} if the machine gives no memory of this kind */
  constructor(shared: boolean) {
    this.shared = shared;
    this.memory = createMemory(shared);
    // Address 0 is kept free of data: it says "none".
    this.#free.push({ address: LINE, bytes: PAGE - LINE });
    this.#renewViews();
  }

  /** @throws {Error} if there is no room */
  take(bytes: number): number {
    const size = Math.ceil(bytes / LINE) * LINE + LINE;
    const block = this.#free.find((candidate) => candidate.bytes >= size) ?? this.#grow(size);
    const { address } = block;
    block.address += size;
    block.bytes -= size;
    if (block.bytes === 0) this.#free.splice(this.#free.indexOf(block), 1);
    this.#taken.set(address, size);
    this.bytesInUse += size;
    return address;
  }

  give(address: number): void {
    const bytes = this.#taken.get(address);
    if (bytes === undefined) return;
    this.#taken.delete(address);
    this.bytesInUse -= bytes;
    this.#insertFree({ address, bytes });
  }

  allocate<Type extends keyof EngineArrays>(dtype: Type, length: number): EngineArrays[Type] {
    const whole = this.views[dtype];
    const address = this.take(length * whole.BYTES_PER_ELEMENT);
    // The views may be new: taking can grow the memory.
    const start = address / whole.BYTES_PER_ELEMENT;
    return this.views[dtype].subarray(start, start + length).fill(0) as EngineArrays[Type];
  }

  release(data: FloatArray | Uint8Array): void {
    if (this.holds(data)) this.give(data.byteOffset);
  }

  /** Whether an array lies in this memory, so that `byteOffset` is its address. */
  holds(data: FloatArray | Uint8Array): boolean {
    return this.#buffers.has(data.buffer);
  }

  #grow(bytes: number): Block {
    const pages = Math.max(Math.ceil(bytes / PAGE), GROWTH_PAGES);
    const before = this.memory.buffer.byteLength;
    try {
      this.memory.grow(pages);
    } catch (cause) {
      throw new Error(
        `engine memory: expected room for ${megabytes(bytes)} MB more, got none beside the ${megabytes(this.bytesInUse)} MB in use; ` +
        "release what is no longer needed, or use float32 or fewer images",
        { cause },
      );
    }
    this.#renewViews();
    return this.#insertFree({ address: before, bytes: pages * PAGE });
  }

  /** Puts a block back in order, as one with the free blocks that it touches. */
  #insertFree(block: Block): Block {
    const blocks = this.#free;
    let at = blocks.findIndex(({ address }) => address > block.address);
    if (at < 0) at = blocks.length;
    blocks.splice(at, 0, block);
    const next = blocks[at + 1];
    if (next && block.address + block.bytes === next.address) {
      block.bytes += next.bytes;
      blocks.splice(at + 1, 1);
    }
    const previous = blocks[at - 1];
    if (!previous || previous.address + previous.bytes !== block.address) return block;
    previous.bytes += block.bytes;
    blocks.splice(at, 1);
    return previous;
  }

  #renewViews(): void {
    const { buffer } = this.memory;
    this.#buffers.add(buffer);
    this.views = {
      float64: new Float64Array(buffer),
      float32: new Float32Array(buffer),
      uint8: new Uint8Array(buffer),
    };
  }
}

function createMemory(shared: boolean): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared });
  } catch (cause) {
    throw new Error(
      `engine memory: expected address space for ${shared ? "shared " : ""}WebAssembly memory, got none; ` +
      'raise the limit (ulimit -v unlimited) or use the backend "plain"',
      { cause },
    );
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
