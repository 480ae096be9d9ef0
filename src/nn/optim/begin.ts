/** The checks and the memory that every update rule begins with. */
import { checkPositive } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import { zeros } from "../../numeric/array/create.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import type { OptimConfig } from "./updateRule.js";

/** The defaults of a rule's config: null for what it remembers, which begins as zeros. */
type Defaults<Config> = { readonly [name in keyof Config]-?: NonNullable<Config[name]> extends NDArray ? null : Config[name] };

/**
 * What every rule begins with: settings checked and filled in, w where the step goes on in place, and what
 * the last step remembered in arrays of its own.
 *
 * @param checks of settings beside the learning rate, by name
 */
export function begin<Config extends OptimConfig>(
  rule: string,
  [w, dw, config, out]: readonly [w: NDArray, dw: NDArray, config: Config | undefined, out: NDArray | undefined],
  defaults: Defaults<Config>,
  checks: { readonly [name in keyof Config]?: (rule: string, name: string, value: number) => void } = {},
): [next: NDArray, settled: Required<Config>] {
  const settled: Record<string, unknown> = { ...fillOptions(rule, config === undefined ? {} : config, defaults) };
  checkArray(rule, "w", w);
  checkArray(rule, "dw", dw, w.shape);
  checkPositive(rule, "learningRate", settled.learningRate as number);
  for (const [name, check] of Object.entries(checks)) (check as (...args: unknown[]) => void)(rule, name, settled[name]);
  for (const name of Object.keys(defaults)) {
    if (defaults[name as keyof Config] === null) settled[name] = memoryOf(rule, name, settled[name] as NDArray | null, w);
  }
  if (out !== undefined && out !== w) out.data.set(w.data);
  return [out ?? w.copy(), settled as Required<Config>];
}

function memoryOf(rule: string, name: string, last: NDArray | null, w: NDArray): NDArray {
  if (last === null) return zeros(w.shape, w.dtype);
  checkArray(rule, name, last, w.shape);
  return last.copy();
}
