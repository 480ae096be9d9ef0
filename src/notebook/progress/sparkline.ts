const BLOCKS = "▁▂▃▄▅▆▇█";
const MAX_BINS = 24;

/** A line of blocks, one for each number, from the smallest to the largest; a blank for NaN and infinities. */
export function sparkline(numbers: readonly number[]): string {
  const finite = numbers.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const block = (x: number) => BLOCKS[high > low ? Math.round(((x - low) / (high - low)) * (BLOCKS.length - 1)) : 0];
  return numbers.map((x) => (Number.isFinite(x) ? block(x) : " ")).join("");
}

/**
 * The course of a long series of numbers in at most 24 means: as it grows, neighbours are merged,
 * so that it takes the same little memory and time however long it becomes.
 */
export class Trend {
  #means: number[] = [];
  #binSize = 1;
  #sum = 0;
  #count = 0;

  push(x: number): void {
    this.#sum += x;
    this.#count++;
    if (this.#count < this.#binSize) return;
    this.#means.push(this.#sum / this.#count);
    this.#sum = this.#count = 0;
    if (this.#means.length === MAX_BINS) this.#merge();
  }

  /** The means so far, the last of them of the numbers that have come since. */
  get means(): number[] {
    return this.#count > 0 ? [...this.#means, this.#sum / this.#count] : [...this.#means];
  }

  #merge(): void {
    this.#means = Array.from({ length: MAX_BINS / 2 }, (_, i) => (this.#means[2 * i] + this.#means[2 * i + 1]) / 2);
    this.#binSize *= 2;
  }
}
