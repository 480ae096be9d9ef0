/** The numbers beside the map: accuracies and their gap, gradients and weights of each layer. */
import { element } from "../element.js";
import type { Measures, Run } from "./run.js";
import type { Words } from "./words.js";

/** Powers of ten from the empty bar of a gradient to the full one. */
const [LEAST, MOST] = [-4, 1];

export const percent = (share: number | null): string => (share === null ? "–" : `${(100 * share).toFixed(0)} %`);

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
  readonly #words: Words;
  readonly #rows: Record<"train" | "test" | "gap", Row>;
  readonly #layers: readonly [Row, Row];

  constructor(words: Words) {
    this.#words = words;
    this.#rows = { train: new Row(words.trainAcc), test: new Row(words.testAcc), gap: new Row(words.gap) };
    this.#layers = [new Row(words.layer(1)), new Row(words.layer(2))];
    this.node = element("div", { className: "readings" },
      element("dl", {}, ...Object.values(this.#rows).map(({ node }) => node)),
      element("h3", {}, words.gradients), element("dl", {}, ...this.#layers.map(({ node }) => node)));
  }

  show({ gradients }: Run, { trainAcc, testAcc, weights }: Measures): void {
    const gap = trainAcc === null || testAcc === null ? null : trainAcc - testAcc;
    this.#rows.train.show(trainAcc ?? 0, percent(trainAcc));
    this.#rows.test.show(testAcc ?? 0, percent(testAcc));
    this.#rows.gap.show(gap ?? 0, percent(gap));
    this.#layers.forEach((row, i) => {
      const length = gradients[i]!;
      row.show((Math.log10(length) - LEAST) / (MOST - LEAST), `${short(length)} (${this.#words.weights(short(weights[i]!))})`);
    });
  }
}

export function short(value: number): string {
  if (value === 0) return "0";
  return value >= 1e-3 && value < 1e4 ? value.toPrecision(2) : value.toExponential(0);
}
