import process from "node:process";
import { StringDecoder } from "node:string_decoder";
import type { StreamName } from "../protocol/messages.js";

/**
 * Puts a writer in the place of the process's stdout and stderr.
 *
 * @param write gets each text as it is written
 * @returns puts back what no longer can be called, and says its name: console.log would be silent about it
 */
export function replaceStandardStreams(write: (name: StreamName, text: string) => void): () => string[] {
  const writers: (() => string[])[] = [];
  for (const name of ["stdout", "stderr"] as const) {
    const decoder = new StringDecoder("utf8");
    // A notebook is no terminal, even when the kernel was started from one: no colour codes.
    Object.defineProperty(process[name], "isTTY", { value: false, configurable: true });
    const writer = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
      write(name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") process.nextTick(callback as () => void);
      return true;
    };
    process[name].write = writer;
    writers.push(() => {
      if (typeof process[name].write === "function") return [];
      process[name].write = writer;
      return [`process.${name}.write`];
    });
  }
  return () => writers.flatMap((putBack) => putBack());
}
