/** Where LaTeX environments end in a text: found in one pass, however many begin. */

/** The places of each `\end{name}` in the text, in order. */
export class EnvironmentEnds {
  readonly #text: string;
  readonly #places = new Map<string, number[]>();

  constructor(text: string) {
    this.#text = text;
    for (const { 1: name, index } of text.matchAll(/\\end\{([a-zA-Z]+\*?)\}/g)) {
      const places = this.#places.get(name) ?? [];
      places.push(index);
      this.#places.set(name, places);
    }
  }

  isOf(text: string): boolean {
    return this.#text === text;
  }

  /** Where the first `\end{name}` from the place on begins, or -1. */
  next(name: string, from: number): number {
    const places = this.#places.get(name) ?? [];
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle] < from) low = middle + 1;
      else high = middle;
    }
    return places[low] ?? -1;
  }
}
