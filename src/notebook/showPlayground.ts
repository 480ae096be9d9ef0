import { language } from "../jupyter/display/language.js";
import { describeValue } from "../numeric/arguments/describeValue.js";
import { fillOptions } from "../numeric/arguments/fillOptions.js";
import { presetNames, preset, type PresetName } from "../play/playground/presets.js";
import { activationNames, dataNames, type NumberName, rangeOf, type Settings, wholeNames } from "../play/playground/settings.js";
import { playgroundStill } from "../play/playground/still.js";
import type { DisplayOptions } from "./display/display.js";
import { showPlay } from "./play/showPlay.js";

/** Options of `showPlayground`: an experiment to begin with, and settings that differ from it. */
export interface PlaygroundOptions extends Partial<Settings>, DisplayOptions {
  /** Default "start". */
  readonly preset?: PresetName;
}

/**
 * Shows a playground: a two-layer network of two inputs, in training before one's eyes, with all that can be set of it.
 * It runs in the page, with the library's own numbers; without scripts it is a picture, and outside a kernel a line of
 * text. It needs no network.
 *
 * @throws {TypeError} if an option has an unknown name, or centred is not true or false
 * @throws {RangeError} if a number is out of the range of its slider, or a name is none of those there are
 * @example
 * showPlayground({ preset: "dead", hiddenDim: 40 });
 */
export function showPlayground(options: PlaygroundOptions = {}): void {
  const { preset: name, log, ...settings } = fillOptions<Required<PlaygroundOptions>>("showPlayground", options, { ...preset("start"), preset: "start", log: console.log });
  checkName("preset", name, presetNames);
  checkName("data", settings.data, dataNames);
  checkName("activation", settings.activation, activationNames);
  for (const [key, value] of Object.entries(settings)) {
    if (typeof preset("start")[key as keyof Settings] === "number") checkRange(key as NumberName, value as number);
  }
  const { log: _, ...given } = options;
  showPlay({ kind: "playground", language: language(), options: { ...given } }, playgroundStill({ ...given }, language()), { log });
}

function checkName(option: string, value: unknown, known: readonly string[]): void {
  if (known.includes(value as string)) return;
  throw new RangeError(`showPlayground: expected ${option} to be one of ${known.join(", ")}, got ${describeValue(value)}`);
}

function checkRange(name: NumberName, value: number): void {
  const [low, high] = rangeOf(name);
  const isWhole = wholeNames.includes(name);
  if (Number.isFinite(value) && value >= low && value <= high && (!isWhole || Number.isInteger(value))) return;
  throw new RangeError(`showPlayground: expected ${name} to be a ${isWhole ? "whole " : ""}number from ${low} to ${high}, got ${describeValue(value)}`);
}
