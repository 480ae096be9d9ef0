/** Which outputs were made here: a front end shows those of any other origin sanitised, whatever the file says of itself. */
import type { Cell, CodeCell } from "../../nbformat/notebook.js";
import type { Store } from "../store.js";
import { sha256 } from "./bytes.js";

const FILE = "trusted.txt";
/** Hashes that are kept, the latest. */
const KEPT = 20_000;

export class Trust {
  private readonly store: Store;

  /** @param store of the server's own files */
  constructor(store: Store) {
    this.store = store;
  }

  /** The ids of the code cells that show nothing of other origin. */
  async trusted(cells: readonly Cell[]): Promise<Set<string>> {
    const known = new Set(await this.known());
    const ids = await Promise.all(codeCells(cells).map(async (cell) => (cell.outputs.length === 0 || known.has(await hashOf(cell)) ? [cell.id] : [])));
    return new Set(ids.flat());
  }

  /** Remembers the outputs of these cells. */
  async remember(cells: readonly Cell[]): Promise<void> {
    const hashes = await Promise.all(codeCells(cells).filter(({ outputs }) => outputs.length > 0).map(hashOf));
    // Read anew: another server may have written it.
    const known = await this.known();
    const old = new Set(known);
    const fresh = hashes.filter((hash) => !old.has(hash));
    if (fresh.length > 0) await this.store.write(FILE, `${[...known, ...fresh].slice(-KEPT).join("\n")}\n`);
  }

  private async known(): Promise<string[]> {
    if ((await this.store.look(FILE)) === null) return [];
    return new TextDecoder().decode(await this.store.read(FILE)).split("\n").filter((line) => line !== "");
  }
}

function codeCells(cells: readonly Cell[]): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === "code");
}

/** Of code and outputs as they are in the file. */
function hashOf({ source, outputs }: CodeCell): Promise<string> {
  return sha256(JSON.stringify([source, outputs]));
}
