/** Which cells the last interrupt means: those whose requests had been sent when it was asked for. */
export class InterruptedCells {
  /** The number of the last cell that has begun. */
  #begun = 0;
  /** The number of the last cell that the last interrupt means. */
  #upTo = 0;
  /** A cell with this number or a lower one was interrupted before it began. */
  #before = 0;

  /** An interrupt has come. */
  add(upTo: number, isRunning: boolean): void {
    this.#upTo = upTo;
    if (!isRunning && upTo > this.#begun) this.#before = upTo;
  }

  /** Whether it means the cell of that number; what runs and is no cell is always meant. */
  mean(number: number | undefined): boolean {
    return number === undefined || number <= this.#upTo;
  }

  /** A cell begins. @returns whether it was interrupted before that */
  begin(number: number): boolean {
    this.#begun = number;
    const isMeant = number <= this.#before;
    if (isMeant) this.#before = 0;
    return isMeant;
  }
}
