import { language } from "../jupyter/display/language.js";
import { fillOptions } from "../numeric/arguments/fillOptions.js";
import { backpropStill } from "../play/backprop/still.js";
import type { DisplayOptions } from "./display/display.js";
import { showPlay } from "./play/showPlay.js";

/** Options of `showBackprop`. */
export interface ShowBackpropOptions extends DisplayOptions {
  /**
   * What is open first: "network", with 2 inputs, 3 hidden units and 2 classes as it is drawn; "affine", one layer with
   * matrices of 3 by 3; "graph", the two-layer net from layer to layer. Default "network".
   */
  readonly example?: "network" | "affine" | "graph";
}

/**
 * Shows backpropagation one step at a time: at each station, forward and then back, the numbers that come in, the rule,
 * and the question which number comes out. Answers are checked, the usual mistakes are named, every number can be
 * changed, and the numeric gradient stands beside the analytic. Where no script runs it is a picture of the first station.
 *
 * @throws {RangeError} if there is no such example
 * @throws {TypeError} if an option has an unknown name
 * @example showBackprop({ example: "affine" });
 */
export function showBackprop(options: ShowBackpropOptions = {}): void {
  const { log, ...own } = fillOptions<Required<ShowBackpropOptions>>("showBackprop", options, { example: "network", log: console.log });
  showPlay({ kind: "backprop", language: language(), options: own }, backpropStill(own, language()), { log });
}
