/** What can be set, from where to where, and what it is at first. */

export const dataNames = ["blobs", "circle", "xor", "spiral"] as const;
export const activationNames = ["relu", "leakyRelu", "tanh", "sigmoid"] as const;

export type DataName = (typeof dataNames)[number];
export type ActivationName = (typeof activationNames)[number];

export interface Settings {
  /** Two classes each, but for the spiral's three. */
  readonly data: DataName;
  /** Training points. */
  readonly numTraining: number;
  /** Standard deviation of what is added to each coordinate. */
  readonly noise: number;
  /** Around 0; else every coordinate is 5 more, and positive. */
  readonly centred: boolean;
  readonly hiddenDim: number;
  readonly activation: ActivationName;
  /** Standard deviation of the first weights. */
  readonly weightScale: number;
  readonly learningRate: number;
  /** Points a step. */
  readonly batchSize: number;
  /** Strength of the L2 term. */
  readonly reg: number;
  /** Of data and network. */
  readonly seed: number;
}

export type NumberName = { [name in keyof Settings]: Settings[name] extends number ? name : never }[keyof Settings];

/** The steps of 1, 2, 5 between two powers of ten. */
const decades = (from: number, to: number): number[] =>
  Array.from({ length: 3 * (to - from) + 1 }, (_, i) => Number(`${[1, 2, 5][i % 3]}e${from + Math.floor(i / 3)}`));

/** The places of each slider. Between the first and the last of them, an option may be any number. */
export const places: Readonly<Record<Exclude<NumberName, "seed">, readonly number[]>> = {
  numTraining: [10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500],
  noise: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  hiddenDim: [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 30, 40, 50],
  weightScale: [0, ...decades(-3, 2)],
  learningRate: decades(-4, 2),
  batchSize: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  reg: [0, ...decades(-4, 1)],
};

export const wholeNames: readonly NumberName[] = ["numTraining", "hiddenDim", "batchSize", "seed"];
export const maxSeed = 999;

export const defaults: Settings = {
  data: "circle",
  numTraining: 200,
  noise: 0.2,
  centred: true,
  hiddenDim: 8,
  activation: "relu",
  weightScale: 0.5,
  learningRate: 0.5,
  batchSize: 20,
  reg: 0,
  seed: 1,
};

/** The least and the greatest of a number. */
export function rangeOf(name: NumberName): readonly [low: number, high: number] {
  return name === "seed" ? [0, maxSeed] : [places[name][0]!, places[name].at(-1)!];
}

/** The defaults with those options that are settings; what is out of its range goes to its end, and what is none is left out. */
export function settle(options: Readonly<Record<string, unknown>>): Settings {
  const taken = Object.entries(options).flatMap(([name, value]) => {
    const kept = within(name as keyof Settings, value);
    return kept === undefined ? [] : [[name, kept]];
  });
  return { ...defaults, ...Object.fromEntries(taken) };
}

function within(name: keyof Settings, value: unknown): unknown {
  if (name === "data") return dataNames.find((known) => known === value);
  if (name === "activation") return activationNames.find((known) => known === value);
  if (name === "centred") return typeof value === "boolean" ? value : undefined;
  if (!Object.hasOwn(defaults, name) || typeof value !== "number" || Number.isNaN(value)) return undefined;
  const [low, high] = rangeOf(name);
  const clipped = Math.min(Math.max(value, low), high);
  return wholeNames.includes(name) ? Math.round(clipped) : clipped;
}
