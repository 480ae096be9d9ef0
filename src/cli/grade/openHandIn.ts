/** What a hand-in holds, read in memory: nothing of it is unpacked to the disk, so no name and no link leads anywhere. */
import { unzipSync } from "fflate";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import type { Flag } from "./result.js";

export interface OpenNotebook {
  /** With slashes, in the zip. */
  readonly path: string;
  readonly notebook: Notebook;
}

export interface OpenHandIn {
  readonly notebooks: readonly OpenNotebook[];
  /** The `submission.json` in it, as it was parsed; null where there is none. */
  readonly summary: unknown;
  readonly flags: readonly Flag[];
}

/** Entries of a zip, bytes of what is read of it in all, and of a file. */
const MOST_ENTRIES = 2000;
const MOST_BYTES = 200e6;
const LARGEST = 60e6;
const LARGEST_ZIP = 100e6;

const SUMMARY = /(^|\/)submission\.json$/;
const NOTEBOOK = /\.ipynb$/i;
const LEADS_OUT = /^\/|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\\/i;
/** What an unpacked checkpoint or a Mac leaves beside the notebooks. */
const NOT_MEANT = /(^|\/)(\.ipynb_checkpoints|__MACOSX|node_modules)\//;

/**
 * @param path of the file, for its kind
 * @returns what can be read, and a flag for each thing that cannot
 */
export function openHandIn(path: string, bytes: Uint8Array): OpenHandIn {
  if (bytes.length > LARGEST_ZIP) return { notebooks: [], summary: null, flags: [{ kind: "bomb", about: `${Math.round(bytes.length / 1e6)} MB` }] };
  if (NOTEBOOK.test(path)) return readFiles(new Map([[path, bytes]]), []);
  const flags: Flag[] = [];
  let files: Map<string, Uint8Array>;
  try {
    files = unpack(bytes, flags);
  } catch (error) {
    return { notebooks: [], summary: null, flags: [...flags, { kind: "unreadable", about: String((error as Error).message ?? error) }] };
  }
  return readFiles(files, flags);
}

/** Notebooks and the summary; what is larger than it should be is not unpacked. */
function unpack(bytes: Uint8Array, flags: Flag[]): Map<string, Uint8Array> {
  let [entries, total] = [0, 0];
  const files = unzipSync(bytes, {
    filter({ name, originalSize, size }) {
      if (++entries > MOST_ENTRIES) {
        if (entries === MOST_ENTRIES + 1) flags.push({ kind: "bomb", about: `> ${MOST_ENTRIES}` });
        return false;
      }
      if (LEADS_OUT.test(name)) {
        flags.push({ kind: "leadsOut", about: name });
        return false;
      }
      if (!(NOTEBOOK.test(name) || SUMMARY.test(name)) || NOT_MEANT.test(name)) return false;
      total += originalSize;
      if (originalSize <= LARGEST && total <= MOST_BYTES && size <= LARGEST) return true;
      flags.push({ kind: "bomb", about: `${name}: ${Math.round(originalSize / 1e6)} MB` });
      return false;
    },
  });
  return new Map(Object.entries(files));
}

function readFiles(files: ReadonlyMap<string, Uint8Array>, flags: readonly Flag[]): OpenHandIn {
  const found = [...flags];
  const notebooks: OpenNotebook[] = [];
  let summary: unknown = null;
  for (const [path, bytes] of files) {
    const text = new TextDecoder().decode(bytes);
    try {
      if (SUMMARY.test(path)) summary = JSON.parse(text);
      else notebooks.push({ path, notebook: readNotebook(text, path) });
    } catch (error) {
      found.push({ kind: "unreadableNotebook", about: (error as Error).message.replace(/^readNotebook: /, "") });
    }
  }
  return { notebooks, summary, flags: found };
}
