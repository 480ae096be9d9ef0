/** What keeps a learner's code from doing harm: the limits of its process, and which of them this Node and system have. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Of a call, of all calls of an exercise: in seconds. */
export const CALL_SECONDS = 5;
export const EXERCISE_SECONDS = 60;
/** Of the process: of JavaScript's heap, and of all of it. */
export const HEAP_MB = 256;
export const MEMORY_MB = 1024;
/** Of a message. */
export const LINE_BYTES = 16e6;

/** The program of a learner's process, in one file: arrays, and no layer. */
export const PROGRAM = fileURLToPath(new URL("../../bundle/learner.mjs", import.meta.url));

export interface Guards {
  /** The option of Node that turns its permissions on; null where it has none. */
  readonly permission: "--permission" | "--experimental-permission" | null;
  /** Whether the process is kept from the network. */
  readonly network: boolean;
  /** Whether the memory outside of JavaScript's heap is watched. */
  readonly memory: boolean;
}

/** Node's permissions close the network since this version. */
const NETWORK_SINCE = 25;

/** @param version of Node, such as `20.20.2` */
export function guardsOf(version: string = process.versions.node, platform: NodeJS.Platform = process.platform): Guards {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isStable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  const permission = isStable ? "--permission" : major >= 20 ? "--experimental-permission" : null;
  return { permission, network: permission !== null && major >= NETWORK_SINCE, memory: platform === "linux" };
}

/** Options of Node for a learner's process, which may read nothing but its program. */
export function guardOptions({ permission }: Guards): string[] {
  // permissions look at where a path leads
  return [`--max-old-space-size=${HEAP_MB}`, "--no-warnings", ...(permission === null ? [] : [permission, `--allow-fs-read=${realpathSync(PROGRAM)}`])];
}
