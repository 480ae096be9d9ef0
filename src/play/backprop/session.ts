/** Somebody on the way through an example: where they are, what they typed and found, and the numbers they changed. */
import type { NDArray } from "../../index.js";
import { exampleOf } from "./examples.js";
import { type Cell, elements, judge, readTyped, tellingCell, type Verdict } from "./judge.js";
import { shown } from "./numbers.js";
import type { Scene } from "./scene.js";
import type { Example, Station } from "./station.js";
import type { ExampleName } from "./words.js";

/** What has become of the question at a station. */
export interface Answer {
  cell: Cell;
  typed: string;
  verdict: Verdict | null;
  hint: boolean;
  /** The result is there to be seen. */
  isOpen: boolean;
  /** How it was opened the first time; it stays when numbers change or another element is asked. */
  found: "right" | "shown" | null;
}

/** What may be put in the place of a given number. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** A class: whole numbers only. */
  readonly isClass: boolean;
}

export class Session {
  example: Example;
  at = 0;
  readonly answers: Answer[];

  constructor(name: ExampleName) {
    this.example = exampleOf(name);
    this.answers = this.example.stations.map((station) => ({ cell: tellingCell(station), typed: "", verdict: null, hint: false, isOpen: false, found: null }));
  }

  get station(): Station {
    return this.example.stations[this.at];
  }

  get answer(): Answer {
    return this.answers[this.at];
  }

  /** Numbers are seen up to the station, and of those behind it what was found. */
  get scene(): Scene {
    const { example, at, answers } = this;
    return { example, at, cell: this.answer.cell, isKnown: (station) => station < at || answers[station].isOpen };
  }

  /** Goes to a station, if there is one of this number. */
  go(to: number): void {
    if (to >= 0 && to < this.example.stations.length) this.at = to;
  }

  check(typed: string): void {
    const verdict = judge(typed, this.station, this.answer.cell);
    Object.assign(this.answer, { typed, verdict });
    if (verdict.kind === "right") this.#open("right");
  }

  show(): void {
    Object.assign(this.answer, { typed: shown(this.station.values.get(...this.answer.cell)), verdict: null });
    this.#open("shown");
  }

  #open(how: "right" | "shown"): void {
    this.answer.isOpen = true;
    this.answer.found ??= how;
    if (how === "right") this.answer.found = how;
  }

  hint(): void {
    this.answer.hint = true;
  }

  /** Asks for the next element of the same result. */
  another(): void {
    const cells = elements(this.station.values.shape);
    const last = cells.findIndex((cell) => cell.join() === this.answer.cell.join());
    Object.assign(this.answer, { cell: cells[(last + 1) % cells.length], typed: "", verdict: null, hint: false, isOpen: false });
  }

  range(name: string): Range {
    if (name === "y") return { low: 0, high: this.example.given["b₂"].size - 1, isClass: true };
    return { low: name === "reg" ? 0 : -1000, high: 1000, isClass: false };
  }

  /** Puts a number in the place of a given one and computes all anew; false if it is none of the range. */
  edit(name: string, [i, j]: Cell, text: string): boolean {
    const { low, high, isClass } = this.range(name);
    const value = readTyped(text)?.value ?? NaN;
    if (!(value >= low && value <= high) || (isClass && !Number.isInteger(value))) return false;
    const changed = this.example.given[name].copy();
    changed.set([i, j], value);
    this.#compute({ ...this.example.given, [name]: changed });
    return true;
  }

  restore(): void {
    this.#compute(undefined);
  }

  /** What was said of an answer was said of the old numbers. */
  #compute(given: Record<string, NDArray> | undefined): void {
    this.example = exampleOf(this.example.name, given);
    for (const answer of this.answers) answer.verdict = null;
  }
}
