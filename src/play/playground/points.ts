/** Points in the plane in classes, to train on and to test with. */
import { NDArray, RandomState } from "../../index.js";
import type { DataName, Settings } from "./settings.js";

export interface Points {
  /** (N, 2) */
  readonly X: NDArray;
  /** N classes, from 0 */
  readonly y: readonly number[];
}

export interface DataSet {
  readonly train: Points;
  readonly test: Points;
  readonly numClasses: number;
  /** The middle of both axes. */
  readonly middle: number;
}

/** Points never seen in training; enough that chance moves an accuracy by some hundredths only. */
const NUM_TEST = 300;
/** How far the plane reaches from its middle, to each side; and points, so that each is seen whole. */
export const reach = 3;
const FARTHEST = 2.9;
/** Where the middle is if inputs are not centred: no point is negative. */
const OFF_CENTRE = 5;

/** Where a point of a class lies before noise; t is from 0 to 1, and two normal numbers spread it. */
const shapes: Readonly<Record<DataName, (label: number, t: number, spread: readonly [number, number]) => readonly [number, number]>> = {
  blobs: (label, _, [a, b]) => [(label === 0 ? -1 : 1) + 0.4 * a, (label === 0 ? -1 : 1) + 0.4 * b],
  circle: (label, t, [a]) => {
    const radius = label === 0 ? 0.7 * Math.abs(a) ** 0.5 : 1.9 + 0.15 * a;
    return [radius * Math.cos(2 * Math.PI * t), radius * Math.sin(2 * Math.PI * t)];
  },
  xor: (label, t, [a, b]) => {
    const side = t < 0.5 ? -1 : 1;
    return [side + 0.3 * a, (label === 0 ? side : -side) + 0.3 * b];
  },
  spiral: (label, t) => {
    const angle = 4 * t + (2 * Math.PI * label) / 3;
    return [(0.25 + 2.2 * t) * Math.sin(angle), (0.25 + 2.2 * t) * Math.cos(angle)];
  },
};

export const classesOf = (data: DataName): number => (data === "spiral" ? 3 : 2);

/** The data of the settings: test points first, so that more training points change none of the others. */
export function dataSet({ data, numTraining, noise, centred, seed }: Settings): DataSet {
  const random = new RandomState(seed);
  const [numClasses, middle] = [classesOf(data), centred ? 0 : OFF_CENTRE];
  const draw = (N: number): Points => {
    const y = Array.from({ length: N }, (_, i) => i % numClasses);
    const rows = y.map((label) => {
      const [x0, x1] = shapes[data](label, random.randomSample(), [random.randn(), random.randn()]);
      return [x0, x1].map((value) => middle + Math.min(Math.max(value + noise * random.randn(), -FARTHEST), FARTHEST)) as [number, number];
    });
    return pointsOf(rows, y);
  };
  const test = draw(NUM_TEST);
  return { test, train: draw(numTraining), numClasses, middle };
}

export function pointsOf(rows: readonly (readonly [number, number])[], y: readonly number[]): Points {
  return { X: new NDArray(Float64Array.from(rows.flat()), [rows.length, 2]), y };
}

/** The middles of size·size cells that cover the plane around a middle, row by row from the top left: (size², 2). */
export function gridOf(size: number, middle: number): NDArray {
  const at = (i: number): number => ((i + 0.5) / size) * 2 * reach - reach;
  return new NDArray(Float64Array.from({ length: 2 * size * size }, (_, i) => {
    const cell = i >> 1;
    return middle + (i % 2 === 0 ? at(cell % size) : -at(Math.floor(cell / size)));
  }), [size * size, 2]);
}
