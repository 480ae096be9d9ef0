import { Gettext } from "@jupyterlab/translation";

/**
 * Jupyter makes a function out of a language's rule for plurals with `new Function`, which the page forbids. Korean has
 * one form, written twice; for English the rule is this one.
 */
export function replacePluralRules(): void {
  (Gettext.prototype as unknown as { getPluralFunc: unknown }).getPluralFunc = () => (n: number) => ({ nplurals: 2, plural: n === 1 ? 0 : 1 });
}
