/** The numbers beside the map: accuracies and their gap, gradients and weights of each layer. */
import { element } from "../element.js";
import { percent, short } from "./readingText.js";
import type { Measures, Run } from "./run.js";
import type { Words } from "./words.js";

/** Powers of ten from the empty bar of a length to the full one. */
const [LEAST, MOST] = [-4, 2];

/** A label, a bar and a number. */
class Row {
  readonly #bar = element("i");
  readonly #value = element("b");
  readonly node: HTMLElement;

  constructor(label: string) {
    this.node = element("div", { className: "row" }, element("dt", {}, label), element("dd", {}, element("span", { className: "track" }, this.#bar), this.#value));
  }

  show(share: number, text: string): void {
    this.#bar.style.width = `${100 * Math.min(Math.max(share, 0), 1)}%`;
    this.#value.textContent = text;
  }
}

export class Readings {
  readonly node: HTMLElement;
  readonly #rows: Readonly<Record<"train" | "test" | "gap" | "gradient1" | "gradient2" | "weights1" | "weights2", Row>>;

  constructor({ trainAcc, testAcc, gap, gradient, weights }: Words) {
    this.#rows = {
      train: new Row(trainAcc), test: new Row(testAcc), gap: new Row(gap),
      gradient1: new Row(gradient(1)), gradient2: new Row(gradient(2)), weights1: new Row(weights(1)), weights2: new Row(weights(2)),
    };
    this.node = element("dl", { className: "readings" }, ...Object.values(this.#rows).map(({ node }) => node));
  }

  show({ gradients }: Run, { trainAcc, testAcc, weights }: Measures): void {
    const gap = trainAcc === null || testAcc === null ? null : trainAcc - testAcc;
    const shares = { train: trainAcc, test: testAcc, gap };
    const lengths = { gradient1: gradients[0], gradient2: gradients[1], weights1: weights[0], weights2: weights[1] };
    for (const [name, share] of Object.entries(shares)) this.#rows[name as "gap"].show(share ?? 0, percent(share));
    for (const [name, length] of Object.entries(lengths)) this.#rows[name as "weights1"].show((Math.log10(length) - LEAST) / (MOST - LEAST), short(length));
  }
}
