import { inspect } from "#inspect";
import { displayMethod, type MimeBundle } from "../display/mimeBundle.js";

/** Arguments that a function takes at once. */
const PIECE = 8192;

/**
 * Asks a value how a notebook shows it.
 *
 * @param value anything; its `[Symbol.for("Jupyter.display")]()`, if it has one, returns the formats or a promise
 * @returns the formats, or the inspected text
 * @throws {TypeError} if the display method returns something other than an object, or what JSON cannot hold
 */
export async function mimeBundle(value: unknown): Promise<MimeBundle> {
  const display = (value as { [displayMethod]?: unknown } | null | undefined)?.[displayMethod];
  if (typeof display !== "function") return { "text/plain": inspect(value) };
  const bundle: unknown = await display.call(value);
  if (typeof bundle !== "object" || bundle === null) {
    throw new TypeError(
      `Jupyter.display: expected an object that maps MIME types to content, got ${inspect(bundle)}; ` +
      'return for example { "text/plain": "…", "text/html": "…" }',
    );
  }
  // What cannot be sent fails here, as the cell's error; what is left is plain, and no code of the user's runs with it.
  return JSON.parse(JSON.stringify(encodeBinary(bundle as MimeBundle))) as MimeBundle;
}

/** Bytes, such as those of a picture, travel as base64. */
export function encodeBinary(bundle: MimeBundle): MimeBundle {
  return Object.fromEntries(
    Object.entries(bundle).map(([type, content]) => [
      type,
      content instanceof Uint8Array ? base64(content) : content,
    ]),
  );
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  return btoa(text);
}
