/** Somebody on the way through an example: where they are, what they typed and found, and the numbers they changed. */
import type { NDArray } from "../../index.js";
import { exampleOf } from "./examples.js";
import { type Cell, elements, judge, readTyped, tellingCell, type Verdict } from "./judge.js";
import { shown } from "./numbers.js";
import type { Scene } from "./scene.js";
import type { Example, ExampleName, Station } from "./station.js";

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

/** Why a number was not taken. */
export type Trouble = "notANumber" | "notAClass" | "negative";

const LARGEST = 1000;

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

  /** Puts a number in the place of a given one and computes all anew, or says why not. */
  edit(name: string, [i, j]: Cell, text: string): Trouble | null {
    const value = readTyped(text)?.value ?? NaN;
    if (!(Math.abs(value) <= LARGEST)) return "notANumber";
    if (name === "reg" && value < 0) return "negative";
    if (name === "y" && !(Number.isInteger(value) && value >= 0 && value < this.classes)) return "notAClass";
    const changed = this.example.given[name].copy();
    changed.set([i, j], value);
    this.#compute({ ...this.example.given, [name]: changed });
    return null;
  }

  /** How many classes there are, where there are any. */
  get classes(): number {
    return this.example.given["b₂"]?.shape[1] ?? 0;
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
