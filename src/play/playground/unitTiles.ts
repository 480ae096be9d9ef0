/** The plane once for each hidden unit, as that unit sees it. */
import type { Stage } from "../stage.js";
import { Cells, Paper, rgbOf } from "./paint.js";
import { gridOf } from "./points.js";
import type { Run } from "./run.js";

const SIZE = 18;
/** Pixels of a tile in the page, and between two. */
const [SIDE, SPACE] = [40, 5];

export class UnitTiles {
  readonly paper: Paper;
  readonly #stage: Stage;
  /** All of them below each other. */
  #cells = new Cells(SIZE, SIZE);
  #grid = { middle: Number.NaN, X: gridOf(1, 0) };

  constructor(stage: Stage, draw: () => void) {
    this.#stage = stage;
    this.paper = new Paper("tiles", stage, draw);
  }

  draw({ net, data }: Run, dead: readonly boolean[]): void {
    const [units, columns] = [dead.length, Math.max(Math.floor((this.paper.width + SPACE) / (SIDE + SPACE)), 1)];
    this.paper.canvas.style.height = `${Math.ceil(units / columns) * (SIDE + SPACE)}px`;
    const context = this.paper.begin();
    if (context === null) return;
    if (this.#cells.canvas.height !== units * SIZE) this.#cells = new Cells(SIZE, units * SIZE);
    if (this.#grid.middle !== data.middle) this.#grid = { middle: data.middle, X: gridOf(SIZE, data.middle) };
    this.#paint(net.hiddenOf(this.#grid.X).out.data, net.params.W2.argmax(1).data, units);
    for (let unit = 0; unit < units; unit++) {
      const [x, y] = [(unit % columns) * (SIDE + SPACE) + 0.5, Math.floor(unit / columns) * (SIDE + SPACE) + 0.5];
      context.drawImage(this.#cells.canvas, 0, unit * SIZE, SIZE, SIZE, x, y, SIDE, SIDE);
      context.strokeStyle = this.#stage.color(dead[unit] ? "--bad" : "--line");
      context.lineWidth = dead[unit] ? 2 : 1;
      context.strokeRect(x, y, SIDE, SIDE);
      if (!dead[unit]) continue;
      context.beginPath();
      for (const [from, to] of [[11, 29], [29, 11]] as const) {
        context.moveTo(x + from, y + 11);
        context.lineTo(x + to, y + 29);
      }
      context.stroke();
    }
  }

  /** From the least to the greatest of a unit's outputs, in the colour of the class that its outputs raise most. */
  #paint(out: ArrayLike<number>, votes: ArrayLike<number>, units: number): void {
    const [ground, ...colors] = ["--ground", "--class0", "--class1", "--class2"].map((name) => rgbOf(this.#stage, name));
    const [least, most] = [Array<number>(units).fill(Infinity), Array<number>(units).fill(-Infinity)];
    for (let i = 0; i < out.length; i++) {
      least[i % units] = Math.min(least[i % units]!, out[i]!);
      most[i % units] = Math.max(most[i % units]!, out[i]!);
    }
    const area = SIZE * SIZE;
    this.#cells.paint(ground!, (i) => {
      const unit = Math.floor(i / area);
      const span = most[unit]! - least[unit]!;
      return [colors[votes[unit]!]!, span > 0 ? (0.85 * (out[(i % area) * units + unit]! - least[unit]!)) / span : 0];
    });
  }
}
