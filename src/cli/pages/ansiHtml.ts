/** Text with the colour codes of terminals (ECMA-48 SGR) as HTML. */
import { escapeHtml } from "../../jupyter/display/html.js";

interface Style {
  readonly foreground: string | null;
  readonly background: string | null;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

const PLAIN: Style = { foreground: null, background: null, bold: false, faint: false, italic: false, underline: false };
const ESCAPE_SEQUENCE = /\u001b(?:\[([0-?]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;
/** Black, red, green, yellow, blue, magenta, cyan, white, then bright: dark enough to read on white. */
const PALETTE = ["#1f2328", "#b3261e", "#1a7f37", "#8a5a00", "#0550ae", "#8250df", "#0b7285", "#57606a"];
const BRIGHT_PALETTE = ["#57606a", "#cf222e", "#2da44e", "#9a6700", "#0969da", "#a475f9", "#1b7c83", "#8c959f"];

/** The text as HTML; codes other than colour and weight are dropped. */
export function ansiHtml(text: string): string {
  let html = "";
  let end = 0;
  let style = PLAIN;
  for (const match of text.matchAll(ESCAPE_SEQUENCE)) {
    html += styled(text.slice(end, match.index), style);
    end = match.index + match[0].length;
    if (match[2] === "m") style = changed(style, codes(match[1]));
  }
  return html + styled(text.slice(end), style);
}

function codes(list: string): number[] {
  return list.split(/[;:]/).map(Number);
}

function changed(style: Style, list: number[]): Style {
  let result = style;
  // From the end, because an array gives its last element at once.
  const rest = list.reverse();
  while (rest.length > 0) {
    const code = rest.pop()!;
    if (code === 38 || code === 48) {
      const colour = extendedColour(rest);
      result = { ...result, [code === 38 ? "foreground" : "background"]: colour };
    } else {
      result = changedBy(result, code);
    }
  }
  return result;
}

function changedBy(style: Style, code: number): Style {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, faint: true };
  if (code === 3 || code === 23) return { ...style, italic: code === 3 };
  if (code === 4 || code === 24) return { ...style, underline: code === 4 };
  if (code === 22) return { ...style, bold: false, faint: false };
  if (code === 39) return { ...style, foreground: null };
  if (code === 49) return { ...style, background: null };
  if (code >= 30 && code <= 37) return { ...style, foreground: PALETTE[code - 30] };
  if (code >= 90 && code <= 97) return { ...style, foreground: BRIGHT_PALETTE[code - 90] };
  if (code >= 40 && code <= 47) return { ...style, background: PALETTE[code - 40] };
  if (code >= 100 && code <= 107) return { ...style, background: BRIGHT_PALETTE[code - 100] };
  return style;
}

/** Takes `5;n` or `2;r;g;b` from the end of the list, where they stand the other way round. */
function extendedColour(list: number[]): string | null {
  const kind = list.pop();
  if (kind === 2)
    return `rgb(${list
      .splice(-3)
      .reverse()
      .map((value) => value & 255)
      .join(",")})`;
  const n = kind === 5 ? list.pop() : undefined;
  if (n === undefined || !(n <= 255)) return null;
  if (n < 16) return (n < 8 ? PALETTE : BRIGHT_PALETTE)[n % 8];
  if (n >= 232)
    return `rgb(${Array(3)
      .fill(8 + 10 * (n - 232))
      .join(",")})`;
  const level = (digit: number): number => (digit === 0 ? 0 : 55 + 40 * digit);
  return `rgb(${[(n - 16) / 36, ((n - 16) / 6) % 6, (n - 16) % 6].map((digit) => level(Math.trunc(digit))).join(",")})`;
}

function styled(text: string, style: Style): string {
  if (text === "") return "";
  const rules = [
    style.foreground && `color:${style.foreground}`,
    style.background && `background:${style.background}`,
    style.background && !style.foreground && "color:#fff",
    style.bold && "font-weight:600",
    style.faint && "opacity:.7",
    style.italic && "font-style:italic",
    style.underline && "text-decoration:underline",
  ].filter(Boolean);
  const html = escapeHtml(text);
  return rules.length === 0 ? html : `<span style="${rules.join(";")}">${html}</span>`;
}
