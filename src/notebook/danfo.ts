import { displayMethod, inspectMethod } from "../jupyter/display/mimeBundle.js";
import { optionalPackage } from "./optionalPackage.js";
import { type Frame, tableBundle } from "./table/tableBundle.js";

// Declarations keep this comment: a project without danfojs-node has any value here, and no error.
/** @ts-ignore */
export type Danfo = typeof import("danfojs-node");

export type DataFrame = InstanceType<Danfo["DataFrame"]>;

let danfojs: Danfo | undefined;

/**
 * danfojs-node, with frames and series that show themselves as tables when they are the last
 * expression of a cell, and as aligned text when they are printed.
 *
 * @throws {Error} if danfojs-node is not installed
 * @example
 * const { DataFrame } = danfo();
 * new DataFrame([{ name: "ReLU", zero: true }, { name: "leaky ReLU", zero: false }]);
 */
export function danfo(): Danfo {
  danfojs ??= withDisplay(optionalPackage<Danfo>("danfojs-node", "A table"));
  return danfojs;
}

/** On the base class: what danfojs derives from a frame is often of that class only. */
function withDisplay(loaded: Danfo): Danfo {
  const method = (value: (this: Frame) => unknown) => ({ value, configurable: true, writable: true });
  Object.defineProperties(loaded.NDframe.prototype, {
    [displayMethod]: method(function () {
      return tableBundle(this).data;
    }),
    [inspectMethod]: method(function () {
      return tableBundle(this).data["text/plain"];
    }),
  });
  return loaded;
}
