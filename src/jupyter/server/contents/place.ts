/** Which paths exist for a client: what is hidden cannot be read, written or listed. */
import { Refusal } from "../request.js";

/** Names with a dot in front, temporary files of an unfinished save, and what belongs to the project rather than to its reader. */
const HIDDEN = /^\.|\.\d+\.tmp$|^(?:node_modules|package(?:-lock)?\.json)$/i;
/** Separators and devices of any system, and what no name holds: the same notebook must open on all of them. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 240;

export function isHidden(name: string): boolean {
  return HIDDEN.test(name) || FORBIDDEN.test(name);
}

/**
 * The path of a store for the decoded segments of an address; empty ones are left out.
 *
 * @throws {Refusal} 404 if a segment is hidden or no name: `..`, dot files, separators
 */
export function placeOf(segments: readonly string[]): string {
  const names = segments.filter((segment) => segment !== "");
  const wrong = names.find((name) => isHidden(name) || name.length > LONGEST);
  if (wrong !== undefined) throw new Refusal(404, `nothing is at ${JSON.stringify(names.join("/"))}: no file is called ${JSON.stringify(wrong)} here`);
  return names.join("/");
}

/** As {@link placeOf}, for a path in a body. */
export function placeIn(path: string): string {
  return placeOf(path.split("/"));
}

/** The folder of a path; "" for one at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
