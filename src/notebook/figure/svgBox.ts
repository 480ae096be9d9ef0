/**
 * The boxes of SVG elements that hold text, which a DOM without layout cannot give: enough of
 * getBBox and getBoundingClientRect for Plotly to place labels, legends and margins.
 */
import { ASCENT, DESCENT, textWidth } from "./textWidth.js";

/** The part of a DOM node that is read here. */
export interface SvgNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: SvgNode | null;
  readonly childNodes: ArrayLike<SvgNode>;
  readonly textContent: string | null;
  getAttribute?(name: string): string | null;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];

const TEXT_NODE = 3;
const EMPTY: Box = { left: 0, top: 0, right: 0, bottom: 0 };

const children = (node: SvgNode) => Array.from(node.childNodes);
const attribute = (node: SvgNode, name: string) => node.getAttribute?.(name) ?? "";
const number = (text: string) => Number.parseFloat(text) || 0;

/** A property from the element's own style or attribute, or from the nearest ancestor that has it. */
function inherited(node: SvgNode | null, name: string): string {
  for (let at = node; at !== null; at = at.parentNode) {
    const styled = new RegExp(`(?:^|[;\\s])${name}:\\s*([^;]+)`).exec(attribute(at, "style"))?.[1] || attribute(at, name);
    if (styled) return styled.trim();
  }
  return "";
}

/** Font size in pixels; a percentage, as in superscripts, is of the parent's. */
function fontSize(node: SvgNode): number {
  const size = inherited(node, "font-size");
  if (!size.endsWith("%")) return number(size) || 12;
  let owner: SvgNode = node;
  while (!attribute(owner, "style").includes("font-size") && owner.parentNode) owner = owner.parentNode;
  return owner.parentNode ? (fontSize(owner.parentNode) * number(size)) / 100 : 12;
}

const isBold = (node: SvgNode) => /^(bold|[6-9]00)/.test(inherited(node, "font-weight"));

function runWidth(node: SvgNode): number {
  return children(node).reduce((width, child) => {
    if (child.nodeType !== TEXT_NODE) return width + runWidth(child);
    return width + textWidth(child.textContent ?? "", fontSize(node), isBold(node));
  }, 0);
}

/** Box of a text element, with its lines (Plotly's tspans of class "line") below each other. */
function textBox(text: SvgNode): Box {
  if (!text.textContent) return EMPTY;
  const size = fontSize(text);
  const spans = children(text).filter((child) => attribute(child, "class") === "line");
  const lines = spans.length > 0 ? spans : [text];
  const width = Math.max(...lines.map(runWidth));
  const baselines = lines.map((line) => number(attribute(text, "y")) + number(attribute(line, "dy")) * size);
  const anchor = inherited(text, "text-anchor");
  const left = number(attribute(text, "x")) - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  return { left, top: Math.min(...baselines) - ASCENT * size, right: left + width, bottom: Math.max(...baselines) + DESCENT * size };
}

/** Applies a transform attribute: translate, rotate and scale, of which the last is applied first. */
function transformPoint(transform: string, point: Point): Point {
  return [...transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)].reduceRight<Point>(([x, y], [, kind, list]) => {
    const [a = 0, b, c] = list!.split(/[\s,]+/).map(Number);
    if (kind === "translate") return [x + a, y + (b ?? 0)];
    if (kind === "scale") return [x * a, y * (b ?? a)];
    const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
    const [dx, dy] = [x - (b ?? 0), y - (c ?? 0)];
    return [(b ?? 0) + dx * cos - dy * sin, (c ?? 0) + dx * sin + dy * cos];
  }, point);
}

function transformBox(transform: string, box: Box): Box {
  if (transform === "") return box;
  const corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]] as const;
  const points = corners.map((corner) => transformPoint(transform, corner));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Box of an element in its own coordinates: of its text, and of the text inside it; shapes count as empty. */
export function svgBox(node: SvgNode): Box {
  if (node.nodeName === "text") return textBox(node);
  const boxes = children(node)
    .filter((child) => child.nodeType !== TEXT_NODE)
    .map((child) => transformBox(attribute(child, "transform"), svgBox(child)))
    .filter((box) => box.right > box.left);
  if (boxes.length === 0) return EMPTY;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Box of an element in the coordinates of the outermost svg element. */
export function svgPageBox(node: SvgNode): Box {
  let box = svgBox(node);
  for (let at: SvgNode | null = node; at !== null && at.nodeName !== "svg"; at = at.parentNode) {
    box = transformBox(attribute(at, "transform"), box);
  }
  return box;
}
