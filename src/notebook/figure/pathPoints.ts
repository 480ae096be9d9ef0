/**
 * Lengths along SVG paths, for the labels of contour lines: each curve is taken as the straight
 * line to its end, which is exact for lines and close for the short arcs of contours.
 */
type Point = { readonly x: number; readonly y: number };

/** The points at the ends of a path's commands, absolute or relative. */
function pathPoints(path: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, command, list] of path.matchAll(/([a-df-z])([^a-df-z]*)/gi)) { // e is in numbers, as in 1e-7
    const numbers = (list!.match(/-?[\d.]+(?:e-?\d+)?/gi) ?? []).map(Number);
    const kind = command!.toUpperCase();
    const [fromX, fromY] = command === kind ? [0, 0] : [x, y];
    if (kind === "Z") [x, y] = [points[0]?.x ?? 0, points[0]?.y ?? 0];
    else if (kind === "H") x = fromX + (numbers.at(-1) ?? 0);
    else if (kind === "V") y = fromY + (numbers.at(-1) ?? 0);
    else {
      [x, y] = [fromX + (numbers.at(-2) ?? 0), fromY + (numbers.at(-1) ?? 0)];
    }
    points.push({ x, y });
  }
  return points;
}

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

/** Length of a path in pixels. */
export function pathLength(path: string): number {
  const points = pathPoints(path);
  return points.slice(1).reduce((length, point, i) => length + distance(points[i], point), 0);
}

/** The point of a path at a length from its start. */
export function pathPointAt(path: string, length: number): Point {
  const points = pathPoints(path);
  let left = Math.max(length, 0);
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const step = distance(from, to);
    if (left <= step && step > 0) return { x: from.x + ((to.x - from.x) * left) / step, y: from.y + ((to.y - from.y) * left) / step };
    left -= step;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}
