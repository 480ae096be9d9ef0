/** Values as text: the twin of `node/text.ts`. The page's kernel prints them as Node does; without it they are JSON. */
import { pageKernel } from "./pageKernel.js";

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

export function format(...values: readonly unknown[]): string {
  return pageKernel.format?.(...values) ?? values.map((value) => (typeof value === "string" ? value : inspect(value))).join(" ");
}

export function inspect(value: unknown, options?: object): string {
  if (pageKernel.inspect) return pageKernel.inspect(value, options);
  const own = typeof value === "object" && value !== null ? (value as Record<symbol, unknown>)[INSPECT] : undefined;
  return typeof own === "function" ? String(own.call(value)) : plainText(value);
}

/** No JSON is there of functions, big integers, and what holds itself. */
function plainText(value: unknown): string {
  if (typeof value !== "object") return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

export function printLine(text: string): void {
  console.log(text);
}
