import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const JUPYTER = dirname(dirname(fileURLToPath(import.meta.url)));
const OWN = ["kernel", "session", "cells"].map((folder) => join(JUPYTER, folder));
/** tslab, the compiler, Node itself, and the expression with which an interrupt comes in. */
const HIDDEN = /^node:|[/\\]node_modules[/\\]tslab[/\\]dist[/\\]|[/\\]dist[/\\]bundle[/\\]typescript\.cjs$|^evalmachine\./;

/** The path by which a script is shown in stack traces; undefined for those of the kernel and of Node. */
export function scriptPath(script: string): string | undefined {
  const path = script.startsWith("file:") ? fileURLToPath(script) : script;
  return HIDDEN.test(path) || OWN.some((folder) => path.startsWith(folder)) ? undefined : path;
}
