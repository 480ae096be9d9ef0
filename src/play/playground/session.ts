/** What is done with a playground, apart from how it looks: settings that change, steps, points of one's own. */
import { dataSet, type Points, pointsOf, reach } from "./points.js";
import { Run } from "./run.js";
import type { Settings } from "./settings.js";

/** They hold from the next step on; all others make a new network. */
const LIVE: readonly (keyof Settings)[] = ["learningRate", "batchSize", "reg"];
/** They make new points in place of one's own. */
const OF_DATA: readonly (keyof Settings)[] = ["data", "numTraining", "noise", "centred"];
/** Points that the map takes. */
const MOST_POINTS = 500;

type Place = readonly [x0: number, x1: number];

export class Session {
  run: Run;
  /** True while the training points are one's own. */
  isOwn = false;

  constructor(settings: Settings) {
    this.run = new Run(settings);
  }

  get settings(): Settings {
    return this.run.settings;
  }

  set<Name extends keyof Settings>(name: Name, value: Settings[Name]): void {
    const settings = { ...this.settings, [name]: value };
    if (LIVE.includes(name)) return this.run.change(settings);
    if (OF_DATA.includes(name)) this.isOwn = false;
    this.#renew(settings);
  }

  /** All settings at once, and points of theirs. */
  begin(settings: Settings): void {
    this.isOwn = false;
    this.#renew(settings);
  }

  /** The same network as at first, from the same points. */
  reset(): void {
    this.#renew(this.settings);
  }

  advance(steps: number): void {
    for (let i = 0; i < steps; i++) this.run.step();
  }

  /** Up to the end of the epoch. */
  finishEpoch(): void {
    const { stepsPerEpoch, losses } = this.run;
    this.advance(stepsPerEpoch - (losses.length % stepsPerEpoch));
  }

  /** The first one makes all points one's own. The network stays. */
  addPoint(place: Place, label: number): void {
    const { rows, y } = this.#points();
    if (y.length < MOST_POINTS) this.#own([...rows, this.#inMap(place)], [...y, label]);
  }

  /** Takes away the training point that is nearest to a place. */
  removeNear([x0, x1]: Place): void {
    const { rows, y } = this.#points();
    const distances = rows.map(([a, b]) => (a - x0) ** 2 + (b - x1) ** 2);
    const nearest = distances.indexOf(Math.min(...distances));
    this.#own(rows.filter((_, i) => i !== nearest), y.filter((_, i) => i !== nearest));
  }

  clearPoints(): void {
    this.#own([], []);
  }

  #points(): { rows: Place[]; y: readonly number[] } {
    const { X, y } = this.run.data.train;
    return { rows: y.map((_, i): Place => [X.get(i, 0), X.get(i, 1)]), y };
  }

  #inMap(place: Place): Place {
    const { middle } = this.run.data;
    const [x0, x1] = place.map((value) => Math.min(Math.max(value, middle - reach), middle + reach));
    return [x0!, x1!];
  }

  #own(rows: readonly Place[], y: readonly number[]): void {
    this.isOwn = true;
    this.#train(pointsOf(rows, y));
  }

  #train(train: Points): void {
    this.run.data = { ...this.run.data, train };
  }

  #renew(settings: Settings): void {
    const { train } = this.run.data;
    this.run = new Run(settings, dataSet(settings));
    if (this.isOwn) this.#train(train);
  }
}
