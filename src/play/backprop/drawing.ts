/** Marks of a picture as SVG text, in colours that a style sheet may replace by the class names. */

/** Blue flows forward, vermilion flows back, green is learnt. */
export type Tone = "forward" | "backward" | "parameter" | "ink" | "quiet";

const COLOURS: Readonly<Record<Tone, string>> = { forward: "#0067a3", backward: "#b84a00", parameter: "#00724f", ink: "#1c2024", quiet: "#6b7278" };

/** The ground behind what is asked. */
const LIT = "#fff0b8";
const GROUND = "#ffffff";

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export interface TextLook {
  readonly tone?: Tone;
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  /** Lines pass behind it: they stop around the letters. */
  readonly over?: boolean;
}

/** Words whose middle line runs through y. */
export function text(x: number, y: number, words: string, { tone = "ink", size = 11, anchor = "middle", bold = false, over = false }: TextLook = {}): string {
  const look = `${bold ? ' font-weight="600"' : ""}${over ? ` stroke="${GROUND}" stroke-width="3" paint-order="stroke"` : ""}`;
  const place = `x="${round(x)}" y="${round(y + size * 0.35)}" font-size="${size}" text-anchor="${anchor}"`;
  return `<text class="${tone}${over ? " over" : ""}" ${place} fill="${COLOURS[tone]}"${look}>${escaped(words)}</text>`;
}

/** A box around a point, round if its corners are as large as half of it. */
export function box(x: number, y: number, width: number, height: number, { tone = "ink", lit = false, corner = 6 }: { tone?: Tone; lit?: boolean; corner?: number } = {}): string {
  const place = `x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${corner}"`;
  return `<rect class="box ${tone}${lit ? " lit" : ""}" ${place} fill="${lit ? LIT : GROUND}" stroke="${COLOURS[tone]}" stroke-width="${lit ? 2.5 : 1.3}"/>`;
}

/** The ground behind numbers: lit where they are asked, an outline where they go in. */
export function ground(x: number, y: number, width: number, height: number, look: "asked" | "used"): string {
  const paint = look === "asked" ? `fill="${LIT}"` : `fill="none" stroke="${COLOURS.quiet}" stroke-dasharray="2 2"`;
  return `<rect class="${look}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="4" ${paint}/>`;
}

export function line(from: readonly [number, number], to: readonly [number, number], { tone = "quiet", width = 1.2, dash = false }: { tone?: Tone; width?: number; dash?: boolean } = {}): string {
  const ends = `x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}"`;
  return `<line class="${tone}" ${ends} stroke="${COLOURS[tone]}" stroke-width="${round(width)}"${dash ? ' stroke-dasharray="5 4"' : ""}/>`;
}

/** A line with a head at its end. */
export function arrow(from: readonly [number, number], to: readonly [number, number]): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const corner = (side: number) => `${round(to[0] - 7 * ux - side * 3.5 * uy)},${round(to[1] - 7 * uy + side * 3.5 * ux)}`;
  return line(from, [to[0] - 5 * ux, to[1] - 5 * uy]) + `<polygon class="quiet" points="${round(to[0])},${round(to[1])} ${corner(1)} ${corner(-1)}" fill="${COLOURS.quiet}"/>`;
}

function round(x: number): number {
  return Number(x.toFixed(1));
}

/** A whole picture; it may stand alone. */
export function sheet(width: number, height: number, label: string, marks: readonly string[]): string {
  const head = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg ${head} role="img" aria-label="${escaped(label)}" font-family="system-ui, -apple-system, 'Segoe UI', 'Noto Sans KR', sans-serif">${marks.join("")}</svg>`;
}
