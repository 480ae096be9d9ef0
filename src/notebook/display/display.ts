/**
 * The way to the front end. tslab, and any kernel built on it, keeps the function that sends a
 * display message in one of its loaded modules; where no such module is loaded, there is no kernel.
 */
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import type { MimeBundle } from "../../display/mimeBundle.js";
import { describeValue } from "../../numeric/arguments/describeValue.js";

/** The content of a display message, as Jupyter's protocol has it. */
export interface DisplayContent extends MimeBundle {
  readonly transient: { readonly display_id?: string };
}

/** Sends a display message, or with `update` replaces what an earlier one showed under the same id. */
export type SendDisplay = (content: DisplayContent, update: boolean) => void;

export interface DisplayOptions {
  /** Takes the plain text where there is no kernel; default `console.log`. */
  readonly log?: (text: string) => void;
}

/** A display that can be replaced in place. */
export interface DisplayHandle {
  readonly id: string;
  update(bundle: MimeBundle): void;
}

/** The sending function of the kernel that runs this code, or null outside a kernel. */
export function kernelDisplay(): SendDisplay | null {
  const { cache } = createRequire(import.meta.url);
  const path = Object.keys(cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  return path === undefined ? null : (cache[path]?.exports.lastWriteDisplayData ?? null);
}

/** Shows a bundle once, or logs its plain text outside a kernel. */
export function display(bundle: MimeBundle, options: DisplayOptions = {}): void {
  const send = kernelDisplay();
  if (send) send({ ...bundle, transient: {} }, false);
  else (options.log ?? console.log)(bundle.data["text/plain"]);
}

/**
 * Shows a bundle that can be replaced later.
 *
 * @param send where it goes, as `kernelDisplay()` gives it
 * @returns the handle; it stays with the cell that showed the bundle
 */
export function displayInPlace(bundle: MimeBundle, send: SendDisplay): DisplayHandle {
  const id = randomUUID();
  const content = (shown: MimeBundle): DisplayContent => ({ ...shown, transient: { display_id: id } });
  send(content(bundle), false);
  return { id, update: (next) => send(content(next), true) };
}

/**
 * Alternative text that is there, without the blanks around it.
 *
 * @param name of the function whose argument it is
 * @throws {TypeError} if it is missing or blank
 */
export function alternativeText(name: string, alt: unknown): string {
  if (typeof alt === "string" && alt.trim() !== "") return alt.trim();
  throw new TypeError(`${name}: expected alt to be a sentence that says what the picture shows, got ${alt === undefined ? "none" : describeValue(alt)}`);
}

/** The line of text in place of a picture. */
export const pictureText = (alt: string): string => `[picture: ${alt}]`;
