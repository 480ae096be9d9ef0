/** Reads the text of an .ipynb file of format 4. */
import type { MimeBundle } from "../display/mimeBundle.js";
import { jsonProblem } from "./jsonProblem.js";
import { type Cell, isJsonType, type Notebook, type Output, type TextCell } from "./notebook.js";

type Fields = Record<string, unknown>;

/**
 * The notebook in the text; cells without an id (before format 4.5) get `cell-1`, `cell-2`, ...
 *
 * @param content content of an .ipynb file
 * @param name what errors call it
 * @throws {Error} if the text is not JSON (with the line) or not a notebook of format 4 (with the cell)
 */
export function readNotebook(content: string, name: string): Notebook {
  // Some editors put a byte order mark in front, which is no JSON.
  const text = content.replace(/^\ufeff/, "");
  const problem = jsonProblem(text);
  if (problem !== null) throw new Error(`readNotebook: expected ${name} to be JSON, got ${problem}`);
  const file: unknown = JSON.parse(text);
  if (!isFields(file) || file.nbformat !== 4 || !Array.isArray(file.cells)) {
    const format = isFields(file) ? `nbformat ${JSON.stringify(file.nbformat)}` : "something else";
    throw new Error(
      `readNotebook: expected ${name} to be a notebook of format 4 with cells, got ${format}; open it in Jupyter and save it again`,
    );
  }
  const metadata = isFields(file.metadata) ? file.metadata : {};
  const used = new Set<string>();
  const cells = file.cells.map((cell: unknown, index) => readCell(cell, index + 1, name, used));
  return { metadata, cells };
}

function readCell(cell: unknown, number: number, name: string, used: Set<string>): Cell {
  const fail = (expected: string, got: unknown): never => {
    throw new Error(`readNotebook: expected ${expected} in cell ${number} of ${name}, got ${described(got)}`);
  };
  if (!isFields(cell)) return fail("an object", cell);
  const type = cell.cell_type;
  const source = join(cell.source);
  if (source === null) return fail("source to be text", cell.source);
  const metadata = isFields(cell.metadata) ? cell.metadata : {};
  const base = { id: cellId(cell.id, number, used), metadata, source };
  if (type === "markdown" || type === "raw") return { cell_type: type, ...base, ...readAttachments(cell.attachments) };
  if (type !== "code") return fail("cell_type code, markdown or raw", type);
  const outputs = Array.isArray(cell.outputs)
    ? cell.outputs.map((output) => readOutput(output) ?? fail("an output", output))
    : [];
  const count = cell.execution_count;
  return { cell_type: "code", ...base, execution_count: typeof count === "number" ? count : null, outputs };
}

/** The cell's own id if it is valid and not taken, otherwise one made from its number. */
function cellId(id: unknown, number: number, used: Set<string>): string {
  const valid = typeof id === "string" && /^[\w-]{1,64}$/.test(id) && !used.has(id);
  let chosen = valid ? id : `cell-${number}`;
  for (let n = 2; used.has(chosen); n++) chosen = `cell-${number}-${n}`;
  used.add(chosen);
  return chosen;
}

function readAttachments(value: unknown): Pick<TextCell, "attachments"> {
  if (!isFields(value)) return {};
  return { attachments: Object.fromEntries(Object.entries(value).map(([file, data]) => [file, readBundle(data)])) };
}

function readOutput(output: unknown): Output | null {
  if (!isFields(output)) return null;
  const metadata = isFields(output.metadata) ? output.metadata : {};
  const count = typeof output.execution_count === "number" ? output.execution_count : null;
  switch (output.output_type) {
    case "stream":
      return {
        output_type: "stream",
        name: output.name === "stderr" ? "stderr" : "stdout",
        text: join(output.text) ?? "",
      };
    case "display_data":
      return { output_type: "display_data", data: readBundle(output.data), metadata };
    case "execute_result":
      return { output_type: "execute_result", execution_count: count, data: readBundle(output.data), metadata };
    case "error":
      return {
        output_type: "error",
        ename: String(output.ename),
        evalue: String(output.evalue),
        traceback: lines(output.traceback),
      };
    default:
      return null;
  }
}

function readBundle(data: unknown): MimeBundle {
  if (!isFields(data)) return {};
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, isJsonType(type) ? value : (join(value) ?? "")]),
  );
}

function join(value: unknown): string | null {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : null;
}

function lines(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as JSON, where it can be written: what is nested a hundred thousand deep cannot. */
function described(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "something nested too deep to show";
  }
}
