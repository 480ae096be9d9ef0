/** Update rules by name, as the Solver's `updateRule` option gives them. */
import { unknownName } from "../../numeric/arguments/fillOptions.js";
import { adam } from "./adam.js";
import { rmsprop } from "./rmsprop.js";
import { sgd } from "./sgd.js";
import { sgdMomentum } from "./sgdMomentum.js";
import type { UpdateRule } from "./updateRule.js";

const rules = { sgd, sgdMomentum, rmsprop, adam } as const;

/** The update rules that the Solver knows by name. */
export type UpdateRuleName = keyof typeof rules;

/** @throws {RangeError} if there is no rule of that name, with the nearest one */
export function findUpdateRule(caller: string, name: string): UpdateRule {
  if (Object.hasOwn(rules, name)) return rules[name as UpdateRuleName];
  throw new RangeError(`${caller}: ${unknownName("update rule", name, Object.keys(rules))}`);
}

/** Whether it is one of those with a name, and not a user's function that happens to bear it. */
export function isNamedRule(rule: UpdateRule): boolean {
  return Object.values<UpdateRule>(rules).includes(rule);
}
