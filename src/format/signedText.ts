/**
 * What Python's number formats share: `nan`, `inf`, and a sign that -0 has too.
 *
 * @param magnitude the text of a finite number of 0 or more
 */
export function signedText(x: number, magnitude: (x: number) => string): string {
  if (Number.isNaN(x)) return "nan";
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  return sign + (Math.abs(x) === Infinity ? "inf" : magnitude(Math.abs(x)));
}
