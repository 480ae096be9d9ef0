/** Feeds broken inputs to a reader of outside bytes, which must say clearly what is wrong or read them rightly. */
import { expect } from "vitest";
import { RandomState } from "../../src/index.js";
import { mutate } from "./mutate.js";

/** `npm run fuzz` takes more time than the suite has; FUZZ_INPUTS says any other number. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? (process.env.MODE === "long" ? 100_000 : 300));
/** Far more than any of these small inputs takes, to read or to refuse. */
const MOST_MILLISECONDS = 10_000;

export interface FuzzTarget {
  /** whole inputs, from which broken ones are made */
  readonly seeds: readonly Uint8Array[];
  /** Reads an input, and asserts that what it has read is right. */
  readonly read: (bytes: Buffer, random: RandomState) => unknown;
  /** how the texts of its errors begin */
  readonly clear: RegExp;
  /** by which the process may grow, 400 unless told: what is kept for no reason, or larger than any input asks for */
  readonly mostMegabytes?: number;
}

/** @throws if an input ends in another error, takes a memory or a time out of proportion, or the seeds do not read */
export async function fuzz({ seeds, read, clear, mostMegabytes = 400 }: FuzzTarget): Promise<void> {
  for (const seed of seeds) await read(Buffer.from(seed), new RandomState(0));
  const memory = process.resourceUsage().maxRSS;
  let refused = 0;
  for (let input = 0; input < INPUTS; input++) {
    const random = new RandomState(input);
    const bytes = mutate(seeds, random);
    // of the processor: a machine with much else to do is no fault of the reader's
    const start = process.cpuUsage();
    try {
      await read(bytes, random);
    } catch (error) {
      if (!(error instanceof Error && clear.test(error.message))) throw unclear(input, bytes, error);
      refused++;
    }
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1000 > MOST_MILLISECONDS) throw unclear(input, bytes, "a reader that takes so long");
  }
  // a reader that takes everything would pass all the rest
  expect(refused).toBeGreaterThan(INPUTS / 10);
  expect((process.resourceUsage().maxRSS - memory) / 1024).toBeLessThan(mostMegabytes);
}

function unclear(input: number, bytes: Buffer, cause: unknown): Error {
  const shown = bytes.length > 2000 ? `${bytes.length} bytes` : JSON.stringify(bytes.toString("latin1"));
  return new Error(`fuzz: expected a right result or a clear error for input ${input} (${shown}), got ${cause}`, { cause });
}
