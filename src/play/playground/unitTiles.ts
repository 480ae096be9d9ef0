/** The plane once for each hidden unit, as that unit sees it. */
import { element } from "../element.js";
import type { Stage } from "../stage.js";
import { Cells, rgbOf } from "./paint.js";
import { gridOf } from "./points.js";
import type { Run } from "./run.js";

const SIZE = 18;

export class UnitTiles {
  readonly node = element("div", { className: "tiles", ariaHidden: "true" });
  readonly #stage: Stage;
  #tiles: Cells[] = [];
  #grid = { middle: Number.NaN, X: gridOf(1, 0) };

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  draw({ net, data }: Run, dead: readonly boolean[]): void {
    if (this.#tiles.length !== dead.length) {
      this.#tiles = dead.map(() => new Cells(SIZE));
      this.node.replaceChildren(...this.#tiles.map(({ canvas }) => element("span", {}, canvas)));
    }
    if (this.#grid.middle !== data.middle) this.#grid = { middle: data.middle, X: gridOf(SIZE, data.middle) };
    const [ground, ...colors] = ["--ground", "--class0", "--class1", "--class2"].map((name) => rgbOf(this.#stage, name));
    const { data: out } = net.hiddenOf(this.#grid.X).out;
    const votes = net.params.W2.argmax(1).data;
    const units = this.#tiles.length;
    this.#tiles.forEach((tile, unit) => {
      let [least, most] = [Infinity, -Infinity];
      for (let i = unit; i < out.length; i += units) {
        least = Math.min(least, out[i]!);
        most = Math.max(most, out[i]!);
      }
      const color = colors[votes[unit]!]!;
      tile.paint(ground!, (i) => [color, most > least ? (0.85 * (out[i * units + unit]! - least)) / (most - least) : 0]);
      this.node.children[unit]!.className = dead[unit] ? "dead" : "";
    });
  }
}
