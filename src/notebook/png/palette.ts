/** Pixels as places in a palette, and the palette: red, green and blue of at most 256 colours. */
export interface IndexedImage {
  readonly indices: Uint8Array;
  readonly palette: Uint8Array;
}

const SIZE = 256;
/** Beyond this share of pixels whose colour is only near, the picture is no chart, but a photograph. */
const MAX_CHANGED = 0.02;

const channels = (color: number) => [color >> 16, (color >> 8) & 255, color & 255] as const;

/** Tells of each run of pixels of one colour. A chart consists mostly of long ones, and a map is slow to ask for every pixel. */
function forRuns(rgba: Uint8Array, tell: (color: number, start: number, end: number) => void): void {
  const colorAt = (pixel: number) => (rgba[4 * pixel] << 16) | (rgba[4 * pixel + 1] << 8) | rgba[4 * pixel + 2];
  const pixels = rgba.length / 4;
  for (let start = 0, end = 0; start < pixels; start = end) {
    const color = colorAt(start);
    while (end < pixels && colorAt(end) === color) end++;
    tell(color, start, end);
  }
}

function countColors(rgba: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  forRuns(rgba, (color, start, end) => counts.set(color, (counts.get(color) ?? 0) + end - start));
  return counts;
}

function nearest(color: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(color);
  let [best, least] = [0, Infinity];
  palette.forEach((other, i) => {
    const [r, g, b] = channels(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

/**
 * Reduces an opaque picture to its 256 most frequent colours; the rest, which in a chart are
 * shades on the edges of lines and letters, become the nearest of those. A chart's file is half as
 * large for it.
 *
 * @param rgba pixels of four bytes, whose opacity is not looked at
 * @returns null if more than 2 % of the pixels would change
 */
export function reduceColors(rgba: Uint8Array): IndexedImage | null {
  const counts = countColors(rgba);
  // Equal counts are ordered by colour, so that the file does not depend on the order of pixels.
  const colors = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const changed = colors.slice(SIZE).reduce((sum, color) => sum + counts.get(color)!, 0);
  if (changed > (MAX_CHANGED * rgba.length) / 4) return null;
  const kept = colors.slice(0, SIZE);
  const places = new Map(colors.map((color, i) => [color, i < SIZE ? i : nearest(color, kept)]));
  const indices = new Uint8Array(rgba.length / 4);
  forRuns(rgba, (color, start, end) => indices.fill(places.get(color)!, start, end));
  return { indices, palette: Uint8Array.from(kept.flatMap(channels)) };
}
