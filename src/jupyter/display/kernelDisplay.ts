/**
 * The way to the front end. A kernel tells the function that sends a display message under an agreed symbol, as one in a
 * page does; tslab, and any kernel built on it, keeps it in one of its loaded modules. Where there is neither, there is no
 * kernel.
 */
import { loadedModule } from "#host/packages";
import { printLine } from "#host/text";
import type { Shown } from "./mimeBundle.js";

/** The content of a display message, as Jupyter's protocol has it. */
export interface DisplayContent extends Shown {
  readonly transient: { readonly display_id?: string };
}

/** Sends a display message, or with `update` replaces what an earlier one showed under the same id. */
export type SendDisplay = (content: DisplayContent, update: boolean) => void;

/** Under it a kernel gives the library what it needs: `host/browser/pageKernel.ts` has all of it. */
const HOST: unique symbol = Symbol.for("two-layer-net.host") as never;

/** The sending function of the kernel that runs this code, or null outside a kernel. */
export function kernelDisplay(): SendDisplay | null {
  const told = (globalThis as { [HOST]?: { readonly display?: SendDisplay | null } })[HOST]?.display;
  if (told !== undefined) return told;
  const tslab = loadedModule(/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/) as { readonly lastWriteDisplayData?: SendDisplay } | undefined;
  return tslab?.lastWriteDisplayData ?? null;
}

/**
 * Shows a bundle once, or logs its plain text outside a kernel.
 *
 * @param log takes the plain text where there is no kernel
 */
export function showBundle(bundle: Shown, log: (text: string) => void = printLine): void {
  const send = kernelDisplay();
  if (send) send({ ...bundle, transient: {} }, false);
  else log(bundle.data["text/plain"]);
}
