import { escapeHtml } from "./html.js";
import { language } from "./language.js";

/** A frame as the text of its cells; of a long one only the first and last rows. */
export interface TableCells {
  readonly columns: readonly string[];
  /** Labels of the rows that are shown, or null where they are hidden. */
  readonly index: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** How many rows are left out, between the two halves of those shown. */
  readonly omitted: number;
  /** Rows and columns of the whole frame. */
  readonly shape: readonly [rows: number, columns: number];
}

const element = (name: string, text: string, attributes = "") => `<${name}${attributes}>${escapeHtml(text)}</${name}>`;

function bodyRow(cells: readonly string[], label: string | undefined): string {
  const head = label === undefined ? "" : element("th", label, ' scope="row"');
  return `<tr>${head}${cells.map((cell) => element("td", cell)).join("")}</tr>`;
}

/** The table as HTML with the class that Jupyter's front ends give their own style for tables. */
export function tableHtml({ columns, index, rows, omitted, shape }: TableCells, caption = ""): string {
  const corner = index === null ? "" : "<td></td>";
  const head = `<tr>${corner}${columns.map((column) => element("th", column, ' scope="col"')).join("")}</tr>`;
  const body = rows.map((cells, i) => bodyRow(cells, index?.[i]));
  if (omitted > 0) body.splice(rows.length / 2, 0, bodyRow(columns.map(() => "…"), index === null ? undefined : "…"));
  return [
    '<table border="1" class="dataframe">',
    ...(caption === "" ? [] : [element("caption", caption)]),
    `<thead>${head}</thead>`,
    `<tbody>\n${body.join("\n")}\n</tbody>`,
    "</table>",
    ...(omitted > 0 ? [element("p", sizeText(shape))] : []),
  ].join("\n");
}

/** How large the whole frame is. */
export const sizeText = ([rows, columns]: TableCells["shape"]): string =>
  language() === "ko" ? `${rows}행 × ${columns}열` : `${rows} rows × ${columns} columns`;
