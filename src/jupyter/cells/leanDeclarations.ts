import { KERNEL_NAME } from "../protocol/kernelName.js";
import type { LeanDeclarations } from "./cellsHost.js";

/** What cells import nearly always, and the package to which little of it leads: its declarations are longer than theirs. */
const LIBRARY = new Set([KERNEL_NAME, `${KERNEL_NAME}/study`, `${KERNEL_NAME}/notebook`]);
const HEAVY = "danfojs-node";

/**
 * Declarations that are enough for a cell which uses only the language and the library.
 *
 * @param names that are not declared by them, or lead to the package that stays unread
 */
export function leanDeclarations(names: Iterable<string>, files: Pick<LeanDeclarations, "lib" | "others">): LeanDeclarations {
  const missing = new Set(names);
  return {
    ...files,
    unread: new Set([HEAVY]),
    suffices(uses, modules) {
      for (const name of modules) if (!LIBRARY.has(name)) return false;
      for (const name of uses) if (missing.has(name)) return false;
      return true;
    },
  };
}
