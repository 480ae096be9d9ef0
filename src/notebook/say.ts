import { format } from "#host/text";
import { inLanguage } from "../study/index.js";

/**
 * Prints what `console.log` prints, in the language of the notebook: in a Korean one a line has its Korean twin, if there is
 * one. What an assignment fixes letter by letter is printed with `console.log` itself.
 *
 * @param values texts in English, numbers, arrays; the twin is that of the whole line
 * @example
 * say("loss, first and last:", 2.303, 1.871);
 */
export function say(...values: readonly unknown[]): void {
  console.log(inLanguage(format(...values)));
}
