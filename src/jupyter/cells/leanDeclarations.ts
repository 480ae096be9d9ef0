import type { LeanDeclarations } from "./cellsHost.js";

export interface LeanOptions extends Pick<LeanDeclarations, "lib" | "others"> {
  /** Modules that cells may import. */
  readonly modules: readonly string[];
  /** Packages whose declarations stay unread. */
  readonly unread: readonly string[];
  /** Names that are not declared, or lead to what stays unread. */
  readonly names: readonly string[];
}

/** Declarations that are enough for a cell which imports only some modules, and uses none of some names. */
export function leanDeclarations({ lib, others, modules, unread, names }: LeanOptions): LeanDeclarations {
  const [imported, missing] = [new Set(modules), new Set(names)];
  return {
    lib,
    others,
    unread: new Set(unread),
    suffices: (used, loaded) => [...loaded].every((name) => imported.has(name)) && ![...used].some((name) => missing.has(name)),
  };
}
