/**
 * Alternative text that is there, without the blanks around it.
 *
 * @param name of the function whose argument it is
 * @throws {TypeError} if it is missing or blank
 */
export function alternativeText(name: string, alt: unknown): string {
  if (typeof alt === "string" && alt.trim() !== "") return alt.trim();
  throw new TypeError(`${name}: expected alt to be a sentence that says what the picture shows, got ${alt === undefined ? "none" : JSON.stringify(alt)}`);
}

/** The line of text in place of a picture. */
export const pictureText = (alt: string): string => `[picture: ${alt}]`;
