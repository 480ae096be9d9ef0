/**
 * The protocol that every contender speaks, in any language: each line on stdin is a number of
 * repetitions; the answer is a line of JSON with their milliseconds, a number that must agree
 * between contenders, and the peak memory so far.
 */
import { createInterface } from "node:readline";

/** @param {(repetitions: number) => { ms: number[], check: number, backend?: string } | Promise<...>} run */
export async function contend(run) {
  for await (const line of createInterface({ input: process.stdin })) {
    const result = await run(Number(line));
    const peakMB = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ ...result, peakMB }));
  }
}

/** Milliseconds of each of some calls; `check` of the last result. */
export async function timed(repetitions, work, check) {
  const ms = [];
  let result;
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now();
    result = await work();
    ms.push(performance.now() - start);
  }
  return { ms, check: check(result) };
}
