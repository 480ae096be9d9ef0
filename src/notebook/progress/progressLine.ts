/** How far long work has come, in one line. */
import { escapeHtml } from "../../jupyter/display/html.js";
import { inLanguage } from "../../study/index.js";
import { sparkline } from "./sparkline.js";

export interface ProgressState {
  readonly label: string;
  readonly done: number;
  /** Undefined where nobody knows. */
  readonly total: number | undefined;
  /** Behind the counts, such as "MB"; "" for plain counts. */
  readonly unit: string;
  /** Since the start, at which `first` were done already. */
  readonly seconds: number;
  readonly first: number;
  readonly status: "running" | "done" | "stopped";
  /** Of the last step; undefined where there is none. */
  readonly loss: number | undefined;
  /** Its course from the start. */
  readonly trend: { readonly means: readonly number[] };
  /** Best accuracy so far, from 0 to 1. */
  readonly best: number | undefined;
  /** Sentences that stay to be seen below the line. */
  readonly warnings: readonly string[];
}

const BAR_WIDTH = 20;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

const count = (x: number) => (Number.isInteger(x) ? String(x) : x.toFixed(1));
const amount = (x: number, unit: string) => (unit === "" ? count(x) : `${count(x)} ${unit}`);

/** Minutes and seconds, with hours where there are any: `0:12`, `1:02:03`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (x: number) => String(x).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

const share = ({ done, total }: ProgressState) => (total === undefined ? undefined : total > 0 ? Math.min(done / total, 1) : 1);
// Rounded down: 100 % is kept for the end.
const percent = (part: number) => `${Math.floor(part * 100)} %`;

function bar(part: number): string {
  const eighths = Math.floor(part * BAR_WIDTH * 8);
  return `${"█".repeat(eighths >> 3)}${EIGHTHS[eighths & 7]}`.padEnd(BAR_WIDTH);
}

function times({ done, first, total, seconds, status, unit }: ProgressState): string[] {
  const rate = seconds > 0 ? (done - first) / seconds : 0;
  const left = status === "running" && total !== undefined && rate > 0 ? `, ${inLanguage(`${clock(Math.max(total - done, 0) / rate)} left`)}` : "";
  if (rate === 0) return [clock(seconds)];
  const speed = rate < 1 && unit === "" ? inLanguage(`${(1 / rate).toFixed(1)} s each`) : `${amount(rate >= 100 ? Math.round(rate) : Number(rate.toPrecision(3)), unit)}/s`;
  return [`${clock(seconds)}${left}`, speed];
}

/** As a Solver prints it. */
export function warningText(warning: string): string {
  return inLanguage(`Warning: ${warning}`);
}

/** What stands behind the bar: counts, times, rate, and loss and accuracy where there are any. */
function details(state: ProgressState): string {
  const { done, total, unit, loss, trend, best, status } = state;
  const counts = total === undefined ? amount(done, unit) : `${count(done)}/${amount(total, unit)}`;
  return [
    status === "stopped" ? inLanguage(`stopped at ${counts}`) : counts,
    ...times(state),
    ...(loss === undefined ? [] : [`${inLanguage("loss")} ${loss.toPrecision(4)} ${sparkline(trend.means)}`]),
    ...(best === undefined ? [] : [inLanguage(`best accuracy ${best.toFixed(3)}`)]),
  ].join(" · ");
}

/** The line for a terminal or a text-only front end. */
export function progressText(state: ProgressState): string {
  const part = share(state);
  const head = part === undefined ? "" : `${percent(part).padStart(5)} |${bar(part)}| `;
  return [`${inLanguage(state.label)} ${head}${details(state)}`, ...state.warnings.map(warningText)].join("\n");
}

/** The line for a page; without styles it still reads as text. */
export function progressHtml(state: ProgressState): string {
  const part = share(state);
  const color = state.status === "stopped" ? "#D55E00" : "#0072B2";
  const label = escapeHtml(inLanguage(state.label));
  const attributes = part === undefined ? "" : ` value="${part.toFixed(3)}" max="1"`;
  const bar = part === undefined && state.status !== "running" ? "" : ` <progress aria-label="${label}"${attributes} style="width:12em;accent-color:${color};vertical-align:middle"></progress>`;
  const head = part === undefined ? "" : ` ${percent(part)}`;
  const warnings = state.warnings.map((warning) => `<div style="border-left:3px solid #D55E00;padding-left:0.5em">${escapeHtml(warningText(warning))}</div>`);
  return [`<div style="font-variant-numeric:tabular-nums">${label}${bar}${head} · ${escapeHtml(details(state))}</div>`, ...warnings].join("");
}
