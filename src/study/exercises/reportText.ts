/** A report of checks as lines of text, and as a table for a notebook. */
import { escapeHtml } from "../../display/html.js";
import { tableHtml } from "../../display/tableHtml.js";
import type { Check, CheckRecord } from "./check.js";

/** A headline, a line for each check, and the diagnoses of those that failed. */
export function reportText(report: CheckRecord): string {
  const checks = shown(report);
  const widest = (key: "status" | "name") => Math.max(...checks.map((check) => check[key].length));
  const [statuses, names] = [widest("status"), widest("name")];
  const lines = checks.map((check) =>
    `  ${check.status.padEnd(statuses)}  ${check.name.padEnd(names)}  ${evidence(check)}`,
  );
  const diagnoses = report.failures.map(({ name, diagnosis }) => `${name}: ${diagnosis}`);
  return [report.headline, ...lines, ...diagnoses].join("\n");
}

export function reportHtml(report: CheckRecord): string {
  if (shown(report).length === 0) return `<p>${escapeHtml(report.headline)}</p>`;
  const rows = shown(report).map(({ name, status, measured, limit }) => [name, status, measured, limit]);
  const table = tableHtml(
    { columns: ["check", "result", "measured", "expected"], index: null, rows, omitted: 0, shape: [rows.length, 4] },
    report.headline,
  );
  const diagnoses = report.failures.map(
    ({ name, diagnosis }) => `<p><b>${escapeHtml(name)}</b>: ${escapeHtml(diagnosis)}</p>`,
  );
  return [table, ...diagnoses].join("\n");
}

/** What says something; a report of which nothing is written yet is its headline. */
function shown({ checks }: CheckRecord): readonly Check[] {
  return checks.filter(({ status }) => status === "passed" || status === "failed");
}

function evidence({ measured, limit }: Check): string {
  return measured === limit ? measured : `${measured} (expected ${limit})`;
}
