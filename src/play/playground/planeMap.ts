/** The plane: what the network says where, the points, and a hand to put points there. */
import type { Stage } from "../stage.js";
import { Cells, Paper, rgbOf } from "./paint.js";
import { gridOf, type Points, reach } from "./points.js";
import type { Run } from "./run.js";
import { surest } from "./surest.js";

/** Cells along a side of a map that stands still, drawn larger they run into each other; and how many values of hidden units one that moves may take. */
const FINE = 100;
const MOST_VALUES = 80_000;
/** What of a class's colour its region has where the network knows nothing, and what more where it is sure. */
const [FAINT, MORE] = [0.12, 0.3];
const TICKS = [-2, 0, 2];
/** How far an arrow key moves the cross. */
const STRIDE = 0.2;

type Place = readonly [x0: number, x1: number];

export class PlaneMap {
  readonly paper: Paper;
  readonly #stage: Stage;
  #cells = new Cells(1, 1);
  #grid = { size: 1, middle: 0, X: gridOf(1, 0) };
  readonly #layer = document.createElement("canvas");
  #painted: readonly unknown[] = [];
  /** Where the keys' cross is, from the middle. */
  #cross: Place = [0, 0];
  #middle = 0;

  /**
   * @param draw draws all again
   * @param put is told of a place where a point should be
   * @param take of one where the nearest should go
   */
  constructor(stage: Stage, draw: () => void, put: (place: Place) => void, take: (place: Place) => void) {
    this.#stage = stage;
    this.paper = new Paper("map", stage, draw);
    const { canvas } = this.paper;
    canvas.tabIndex = 0;
    canvas.role = "application";
    canvas.addEventListener("click", ({ offsetX, offsetY }) => {
      const { width, height } = this.paper;
      put([this.#middle + (offsetX / width) * 2 * reach - reach, this.#middle - (offsetY / height) * 2 * reach + reach]);
    });
    canvas.addEventListener("keydown", (event) => {
      const moves: Record<string, Place> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };
      const at: Place = [this.#middle + this.#cross[0], this.#middle + this.#cross[1]];
      const move = moves[event.key];
      if (move !== undefined) this.#cross = [this.#step(0, move), this.#step(1, move)];
      else if (event.key === "Enter" || event.key === " ") put(at);
      else if (event.key === "Delete" || event.key === "Backspace") take(at);
      else return;
      event.preventDefault();
      draw();
    });
    for (const type of ["focus", "blur"]) canvas.addEventListener(type, draw);
  }

  /** @param moves true for one of many pictures, which is to be quick */
  draw({ net, data, settings }: Run, showTest: boolean, moves: boolean): void {
    const context = this.paper.begin();
    if (context === null) return;
    const { width, height } = this.paper;
    this.#middle = data.middle;
    this.#rule(moves ? Math.min(Math.floor(Math.sqrt(MOST_VALUES / settings.hiddenDim)), FINE) : FINE);
    const [ground, ...colors] = ["--ground", "--class0", "--class1", "--class2"].map((name) => rgbOf(this.#stage, name));
    const { labels, certainty } = surest(net.scores(this.#grid.X));
    this.#cells.paint(ground!, (i) => [colors[labels[i]!]!, FAINT + MORE * certainty[i]!]);
    context.drawImage(this.#cells.canvas, 0, 0, width, height);
    this.#ticks(context);
    this.#drawPoints(context, data.train, showTest ? data.test : null);
    if (this.paper.canvas.matches(":focus-visible")) this.#drawCross(context);
  }

  /** Makes the grid one of so many cells along a side, around the middle. */
  #rule(size: number): void {
    const { middle } = this.#grid;
    if (this.#grid.size === size && middle === this.#middle) return;
    this.#grid = { size, middle: this.#middle, X: gridOf(size, this.#middle) };
    this.#cells = new Cells(size, size);
  }

  #step(axis: 0 | 1, move: Place): number {
    return Math.min(Math.max(this.#cross[axis] + STRIDE * move[axis], -reach), reach);
  }

  /** A place of the plane, from its middle, in pixels. */
  #pixel([x0, x1]: Place): Place {
    const { width, height } = this.paper;
    return [((x0 + reach) / (2 * reach)) * width, ((reach - x1) / (2 * reach)) * height];
  }

  #ticks(context: CanvasRenderingContext2D): void {
    context.fillStyle = this.#stage.color("--text");
    context.font = "11px system-ui, sans-serif";
    const { height } = this.paper;
    for (const tick of TICKS) {
      const text = String(this.#middle + tick).replace("-", "−");
      const [x, y] = this.#pixel([tick, tick]);
      context.textAlign = "center";
      context.fillText(text, x, height - 4);
      context.textAlign = "left";
      context.fillText(text, 4, y + 4);
    }
  }

  /** From a canvas of their own, which is painted anew only when something of them has changed: they stand still while the network learns. */
  #drawPoints(context: CanvasRenderingContext2D, train: Points, test: Points | null): void {
    const { canvas: { width, height } } = this.paper;
    const painted = [train, test, width, this.#stage.color("--ground")];
    if (painted.some((value, i) => value !== this.#painted[i])) {
      this.#painted = painted;
      [this.#layer.width, this.#layer.height] = [width, height];
      const layer = this.#layer.getContext("2d")!;
      layer.setTransform(context.getTransform());
      if (test !== null) this.#points(layer, test, 3, false);
      this.#points(layer, train, train.y.length > 250 ? 3.5 : 4.5, true);
    }
    context.drawImage(this.#layer, 0, 0, this.paper.width, this.paper.height);
  }

  /** Class by class a form of its own, besides the colour; what is not trained on is hollow. */
  #points(context: CanvasRenderingContext2D, { X, y }: Points, size: number, isFilled: boolean): void {
    context.lineWidth = 1.2;
    const ground = this.#stage.color("--ground");
    for (const label of new Set(y)) {
      const color = this.#stage.color(`--class${label}`);
      context.beginPath();
      y.forEach((other, i) => {
        if (other === label) mark(context, label, this.#pixel([X.get(i, 0) - this.#middle, X.get(i, 1) - this.#middle]), size);
      });
      context.fillStyle = color;
      context.strokeStyle = isFilled ? ground : color;
      if (isFilled) context.fill();
      context.stroke();
    }
  }

  #drawCross(context: CanvasRenderingContext2D): void {
    const [x, y] = this.#pixel(this.#cross);
    context.strokeStyle = this.#stage.color("--text");
    context.lineWidth = 2;
    context.beginPath();
    for (const [dx, dy] of [[9, 0], [0, 9]] as const) {
      context.moveTo(x - dx, y - dy);
      context.lineTo(x + dx, y + dy);
    }
    context.stroke();
  }
}

/** A circle, a square, a diamond. */
function mark(context: CanvasRenderingContext2D, label: number, [x, y]: Place, size: number): void {
  context.moveTo(x + size, y);
  if (label === 0) context.arc(x, y, size, 0, 2 * Math.PI);
  else if (label === 1) context.rect(x - 0.9 * size, y - 0.9 * size, 1.8 * size, 1.8 * size);
  else {
    for (const [dx, dy] of [[0, 1], [-1, 0], [0, -1], [1, 0]] as const) context.lineTo(x + 1.2 * size * dx, y + 1.2 * size * dy);
    context.closePath();
  }
}
