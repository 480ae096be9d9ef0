/** Checks a learner's own update rule. */
import { unknownName } from "../../numeric/arguments/fillOptions.js";
import type { CheckReport } from "./checkReport.js";
import { runChecks } from "./runChecks.js";
import { type Rule, ruleChecks } from "./training/ruleChecks.js";
import { ruleSubjects } from "./training/ruleSubject.js";

/** The update rules that can be checked. */
export type RuleName = keyof typeof ruleSubjects;

/**
 * Checks an update rule: one step, three with what it remembers, the default learning rate, and
 * whether w and dw stay unchanged.
 *
 * @param name which rule it is meant to be
 * @param rule takes w and dw of one shape and a config, and returns `[nextW, config]`
 * @returns what was found; whatever the function throws is a finding too
 * @throws {RangeError} if there is no rule of that name, with the nearest one
 * @example
 * checkUpdateRule("sgd", sgd).headline // "SGD: 4 of 4 checks passed"
 */
export function checkUpdateRule(name: RuleName, rule: Rule): CheckReport {
  if (!Object.hasOwn(ruleSubjects, name)) {
    throw new RangeError(`checkUpdateRule: ${unknownName("update rule", name, Object.keys(ruleSubjects))}`);
  }
  return runChecks(ruleSubjects[name].key, [ruleChecks(ruleSubjects[name], rule)]);
}
