/** The text of a file for a notebook that a front end sends. */
import { type Cell, type Metadata, type Notebook, type Output } from "../../nbformat/notebook.js";
import { readNotebook } from "../../nbformat/readNotebook.js";
import { writeNotebook } from "../../nbformat/writeNotebook.js";
import { sameForm } from "./sameForm.js";

const PLOTLY = "application/vnd.plotly.v1+json";

/**
 * What to write: nothing of a front end's own, and the form of the file that is there, so that a notebook in which
 * nothing changed gives the same bytes.
 *
 * @param old the text of the file that is there; null for none, or for one that is no notebook
 * @param name what errors call it
 * @throws {Error} if the content is no notebook of format 4
 */
export function savedNotebook(content: unknown, old: string | null, name: string): string {
  const sent = readNotebook(JSON.stringify(content) ?? "", name);
  const there = old === null ? null : readOld(old, name);
  const cells = new Map(there?.cells.map((cell) => [cell.id, cell]));
  return writeNotebook({
    metadata: sameForm(withOldLanguage(sent.metadata, there), there?.metadata) as Metadata,
    cells: sent.cells.map((cell) => sameForm(cleaned(cell), cells.get(cell.id)) as Cell),
  });
}

/** A front end takes it from the kernel that runs; as long as the language is the same, that is no change of the notebook. */
function withOldLanguage(metadata: Metadata, there: Notebook | null): Metadata {
  if (there === null) return metadata;
  const [sent, old] = [metadata.language_info, there.metadata.language_info] as ({ name?: unknown } | undefined)[];
  if (old === undefined || old?.name !== sent?.name) return metadata;
  return { ...metadata, language_info: old };
}

/** Trust is for the server to know, not for the file to say. */
function cleaned(cell: Cell): Cell {
  const { trusted: _, ...metadata } = cell.metadata;
  return cell.cell_type === "code" ? { ...cell, metadata, outputs: cell.outputs.map(withoutCopies) } : { ...cell, metadata };
}

/** A figure that is there as data needs no page with a library of its own in it. */
function withoutCopies(output: Output): Output {
  if (!("data" in output) || !(PLOTLY in output.data)) return output;
  const { "text/html": html, ...data } = output.data;
  return typeof html === "string" && html.includes("<script") ? { ...output, data } : output;
}

function readOld(text: string, name: string): Notebook | null {
  try {
    return readNotebook(text, name);
  } catch {
    // It is replaced as a whole.
    return null;
  }
}
