/** A report of checks as lines of text, and as a table for a notebook. */
import { escapeHtml } from "../../jupyter/display/html.js";
import type { Check, CheckRecord } from "./check.js";
import { words } from "./words/words.js";

/** Long lines are wrapped here. */
const WIDTH = 110;

/** A headline, a line for each check, the diagnoses of those that failed, each said once, and what is remarked. */
export function reportText(report: CheckRecord): string {
  const checks = shown(report);
  const { statuses } = words();
  const rows = checks.map((check) => ({ ...check, result: statuses[check.status] }));
  const widest = (key: "result" | "name") => Math.max(...rows.map((row) => row[key].length));
  const [results, names] = [widest("result"), widest("name")];
  const lines = rows.map((row) => `  ${row.result.padEnd(results)}  ${row.name.padEnd(names)}  ${evidence(row)}`);
  const said = [...explanations(report.failures), ...remarks(checks)].flatMap(({ head, text, example }) => [
    ...wrapped(`${head}: ${text}`, ""),
    ...(example === "" ? [] : wrapped(example, "  ")),
  ]);
  return [report.headline, ...lines, ...said].join("\n");
}

export function reportHtml(report: CheckRecord): string {
  const checks = shown(report);
  if (checks.length === 0) return `<p>${escapeHtml(report.headline)}</p>`;
  const { columns } = words();
  const head = `<tr>${columns.map((column) => `<th scope="col">${column}</th>`).join("")}</tr>`;
  const paragraphs = [...explanations(report.failures), ...remarks(checks)].map(
    ({ head: names, text, example }) => `<p><b>${escapeHtml(names)}</b>: ${escapeHtml(text)}${example === "" ? "" : `<br><code>${escapeHtml(example)}</code>`}</p>`,
  );
  return [
    `<table border="1" class="dataframe">\n<caption>${escapeHtml(report.headline)}</caption>`,
    `<thead>${head}</thead>\n<tbody>\n${checks.map(rowHtml).join("\n")}\n</tbody>\n</table>`,
    ...paragraphs,
  ].join("\n");
}

/** Text cells: to the left, and wrapped, also where a front end has it otherwise for the numbers of a table. */
const CELL = 'style="text-align:left;white-space:normal"';

/** A row that failed is bold and has a mark, so that it is seen on paper too. */
function rowHtml({ name, status, measured, limit }: Check): string {
  const isFailed = status === "failed";
  const result = `${isFailed ? "✗ " : ""}${words().statuses[status]}`;
  const cells = [name, result, measured, limit].map((text) => (isFailed ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text)));
  return `<tr${isFailed ? ' class="failed"' : ""}>${cells.map((cell) => `<td ${CELL}>${cell}</td>`).join("")}</tr>`;
}

interface Explanation {
  /** names of checks */
  readonly head: string;
  readonly text: string;
  readonly example: string;
}

/** The checks that failed for one cause are told of together, with the example of the first. */
function explanations(failures: readonly Check[]): Explanation[] {
  const groups = new Map<string, Check[]>();
  for (const check of failures) {
    const key = check.causes && check.causes.length > 0 ? check.causes.join() : check.diagnosis;
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  return [...groups.values()].map((checks) => ({
    head: checks.map(({ name }) => name).join("; "),
    text: checks[0]!.diagnosis,
    example: checks.find(({ example = "" }) => example !== "")?.example ?? "",
  }));
}

function remarks(checks: readonly Check[]): Explanation[] {
  const texts = new Map<string, string[]>();
  for (const { name, remark = "" } of checks) if (remark !== "") texts.set(remark, [...(texts.get(remark) ?? []), name]);
  return [...texts].map(([text, names]) => ({ head: `${names.join("; ")} (${words().remark})`, text, example: "" }));
}

/** What says something; a report of which nothing is written yet is its headline. */
function shown({ checks }: CheckRecord): readonly Check[] {
  return checks.filter(({ status }) => status === "passed" || status === "failed");
}

function evidence({ measured, limit }: Check): string {
  return measured === limit ? measured : `${measured} (${words().expected(limit)})`;
}

/** Broken between words; what follows the first line is indented. */
function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}
