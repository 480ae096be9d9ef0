/** Pixels and labels by a formula, so that contenders in any language have the same ones. */

export const D = 3072;
export const CLASSES = 10;

export function examplePixels(count) {
  const pixels = new Uint8Array(count * D);
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.imul(i, 2654435761) >>> 24;
  return pixels;
}

export function exampleLabels(count) {
  return Int32Array.from({ length: count }, (_, i) => (i * 7) % CLASSES);
}

/** The mean of each pixel over all rows. */
export function meanRow(pixels) {
  const mean = new Float64Array(D);
  for (let i = 0; i < pixels.length; i++) mean[i % D] += pixels[i];
  return mean.map((sum) => sum / (pixels.length / D));
}
