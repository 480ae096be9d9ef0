import type { LeanDeclarations } from "../cells/cellsHost.js";
import { KERNEL_NAME } from "../protocol/kernelName.js";
import type { LeanNames } from "./briefDeclarations.js";
import { isOfNode, LEAN_LIBRARIES, LIBRARIES } from "./cellLibrary.js";

/** What cells import nearly always, and the package to which little of it leads. */
const LIBRARY = new Set([KERNEL_NAME, `${KERNEL_NAME}/study`, `${KERNEL_NAME}/notebook`]);
const HEAVY = "danfojs-node";

/**
 * Declarations that are enough for a cell which uses only the language and the library.
 *
 * @param lib folder of the compiler's declarations
 * @param ofNode files of declarations of Node's
 */
export function leanDeclarations({ types, values, heavy }: LeanNames, lib: string, ofNode: readonly string[]): LeanDeclarations {
  const others = new Set([...types, ...values.filter(isOfNode), ...heavy]);
  return {
    lib: LEAN_LIBRARIES,
    unread: new Set([HEAVY]),
    others: [...LIBRARIES.map((name) => `${lib}/${name}`), ...ofNode],
    suffices(names, modules) {
      for (const name of modules) if (!LIBRARY.has(name)) return false;
      for (const name of names) if (others.has(name)) return false;
      return true;
    },
  };
}
