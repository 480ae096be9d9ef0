/** A Jupyter notebook, format 4.5, in memory: each text that the file may cut into lines is whole. */
import type { MimeBundle } from "../display/mimeBundle.js";

export type Metadata = Record<string, unknown>;

export interface StreamOutput {
  readonly output_type: "stream";
  readonly name: "stdout" | "stderr";
  text: string;
}

export interface DisplayOutput {
  readonly output_type: "display_data";
  data: MimeBundle;
  metadata: Metadata;
}

export interface ResultOutput {
  readonly output_type: "execute_result";
  readonly execution_count: number | null;
  data: MimeBundle;
  metadata: Metadata;
}

export interface ErrorOutput {
  readonly output_type: "error";
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

interface CellBase {
  readonly id: string;
  readonly metadata: Metadata;
  readonly source: string;
}

export interface CodeCell extends CellBase {
  readonly cell_type: "code";
  execution_count: number | null;
  outputs: Output[];
}

export interface TextCell extends CellBase {
  readonly cell_type: "markdown" | "raw";
  /** Pictures by file name, named `attachment:<file name>` in the source. */
  readonly attachments?: Record<string, MimeBundle>;
}

export type Cell = CodeCell | TextCell;

export interface Notebook {
  readonly metadata: Metadata;
  readonly cells: Cell[];
}

/** True if the cell's metadata lists the tag. */
export function hasTag(cell: Cell, tag: string): boolean {
  const tags = cell.metadata.tags;
  return Array.isArray(tags) && tags.includes(tag);
}

/** True for the MIME types whose data is any JSON value, not text. */
export function isJsonType(type: string): boolean {
  return /^application\/(.*\+)?json$/.test(type);
}
