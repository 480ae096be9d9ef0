/**
 * The way to the front end. tslab, and any kernel built on it, keeps the function that sends a
 * display message in one of its loaded modules; where no such module is loaded, there is no kernel.
 */
import { createRequire } from "node:module";
import type { Shown } from "./mimeBundle.js";

/** The content of a display message, as Jupyter's protocol has it. */
export interface DisplayContent extends Shown {
  readonly transient: { readonly display_id?: string };
}

/** Sends a display message, or with `update` replaces what an earlier one showed under the same id. */
export type SendDisplay = (content: DisplayContent, update: boolean) => void;

/** The sending function of the kernel that runs this code, or null outside a kernel. */
export function kernelDisplay(): SendDisplay | null {
  const { cache } = createRequire(import.meta.url);
  const path = Object.keys(cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  return path === undefined ? null : (cache[path]?.exports.lastWriteDisplayData ?? null);
}

/**
 * Shows a bundle once, or logs its plain text outside a kernel.
 *
 * @param log takes the plain text where there is no kernel
 */
export function showBundle(bundle: Shown, log: (text: string) => void = writeLine): void {
  const send = kernelDisplay();
  if (send) send({ ...bundle, transient: {} }, false);
  else log(bundle.data["text/plain"]);
}

function writeLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
