/** Showing a bundle in the notebook that runs this code, once or in place; outside a kernel its text is logged. */
import { type DisplayContent, kernelDisplay, type SendDisplay, showBundle } from "../../jupyter/display/kernelDisplay.js";
import type { Shown } from "../../jupyter/display/mimeBundle.js";
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { inLanguage } from "../../study/index.js";

export { type DisplayContent, kernelDisplay, type SendDisplay };

export interface DisplayOptions {
  /** Takes the plain text where there is no kernel; default `console.log`. */
  readonly log?: (text: string) => void;
}

/** A display that can be replaced in place. */
export interface DisplayHandle {
  readonly id: string;
  update(bundle: Shown): void;
}

/** Shows a bundle once, or logs its plain text outside a kernel. */
export function display(bundle: Shown, options: DisplayOptions = {}): void {
  showBundle(bundle, options.log ?? console.log);
}

/**
 * Shows a bundle that can be replaced later.
 *
 * @param send where it goes, as `kernelDisplay()` gives it
 * @returns the handle; it stays with the cell that showed the bundle
 */
export function displayInPlace(bundle: Shown, send: SendDisplay): DisplayHandle {
  const id = randomId();
  const content = (shown: Shown): DisplayContent => ({ ...shown, transient: { display_id: id } });
  send(content(bundle), false);
  return { id, update: (next) => send(content(next), true) };
}

/** 128 bits; `randomUUID` is not there in pages without encryption. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Alternative text that is there, without the blanks around it, in the language of the notebook.
 *
 * @param name of the function whose argument it is
 * @throws {TypeError} if it is missing or blank
 */
export function alternativeText(name: string, alt: unknown): string {
  if (typeof alt === "string" && alt.trim() !== "") return inLanguage(alt).trim();
  throw new TypeError(`${name}: expected alt to be a sentence that says what the picture shows, got ${alt === undefined ? "none" : describeValue(alt)}`);
}

/** The line of text in place of a picture. */
export const pictureText = (alt: string): string => inLanguage(`[picture: ${alt}]`);
