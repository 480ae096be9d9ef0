/** What a picture may show at a station: arrays by name, which of them are known by now, and which are lit. */
import type { NDArray } from "../../index.js";
import type { Cell } from "./judge.js";
import { shown } from "./numbers.js";
import type { Example } from "./station.js";

export interface Scene {
  readonly example: Example;
  /** the station, counted from 0 */
  readonly at: number;
  readonly cell: Cell;
  /** Whether the numbers of a station may be seen. */
  readonly isKnown: (station: number) => boolean;
}

/** Of an array in the picture; undefined if the example has none of this name. */
export function shapeOf({ example }: Scene, name: string): readonly number[] | undefined {
  return (example.given[name] ?? example.stations.find((station) => station.name === name)?.values)?.shape;
}

/** An array in the picture; null if its numbers are not to be seen yet. */
export function seen({ example, isKnown }: Scene, name: string): NDArray | null {
  const given = example.given[name];
  if (given) return given;
  const station = example.stations.findIndex((each) => each.name === name);
  return isKnown(station) ? example.stations[station].values : null;
}

export function isAsked({ example, at }: Scene, name: string): boolean {
  return example.stations[at].name === name;
}

/** Whether an array goes into the station. */
export function isUsed({ example, at }: Scene, name: string): boolean {
  return example.stations[at].operands.some((operand) => operand.name.replace("ᵀ", "") === name);
}

/** A number with two decimals; a question mark for what is not known yet. */
export function element(scene: Scene, name: string, i: number, j: number): string {
  const values = seen(scene, name);
  return values ? shown(values.get(i, j), 2) : "?";
}
