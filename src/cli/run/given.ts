/** The record of what was given out, in a project. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Given } from "./sums.js";

/** Made by `npm run given`. */
export const GIVEN_FILE = "notebooks/given.json";

/**
 * What was given out; nothing in a project that keeps no record of it.
 *
 * @param root absolute path of the project
 */
export function readGiven(root: string): Given {
  const path = join(root, GIVEN_FILE);
  const none = { answers: {}, checks: {}, files: {} };
  if (!existsSync(path)) return none;
  try {
    return { ...none, ...(JSON.parse(readFileSync(path, "utf8")) as Partial<Given>) };
  } catch {
    return none;
  }
}
