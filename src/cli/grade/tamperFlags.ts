/** What in a hand-in is not as it was given out or as it was run: something to look at, and never a reason for fewer points. */
import { sumOf } from "../run/sums.js";
import type { Teacher } from "./teacher.js";
import type { ChosenNotebook } from "./chooseNotebook.js";
import type { Flag } from "./result.js";
import { notebookSums } from "../submit/notebookSums.js";

/** @param summary the `submission.json` of the hand-in, whatever it is */
export function tamperFlags({ notebook, path }: ChosenNotebook, summary: unknown, { checks }: Pick<Teacher, "checks">): Flag[] {
  const changed = notebook.cells.filter((cell) => checks[cell.id] !== undefined && checks[cell.id] !== sumOf(cell.source)).map(({ id }) => id);
  const flags: Flag[] = changed.map((about) => ({ kind: "checkChanged", about }));
  const listed = (summary as { readonly notebooks?: unknown } | null)?.notebooks;
  if (!Array.isArray(listed)) return [...flags, ...(summary === null ? [] : [{ kind: "recordMissing", about: path } as const])];
  const record = listed.find((entry: { readonly notebook?: unknown } | null) => typeof entry?.notebook === "string" && path.endsWith(entry.notebook)) as { readonly sums?: { readonly sources?: unknown; readonly outputs?: unknown } } | undefined;
  if (typeof record?.sums?.sources !== "string") return [...flags, { kind: "recordMissing", about: path }];
  const { sources, outputs } = notebookSums(notebook);
  if (sources !== record.sums.sources) flags.push({ kind: "summaryDiffers", about: path });
  // one that is as it was given out goes without them
  else if (outputs !== record.sums.outputs && notebook.cells.some((cell) => cell.cell_type === "code" && cell.outputs.length > 0)) flags.push({ kind: "outputsChanged", about: path });
  return flags;
}
