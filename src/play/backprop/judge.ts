/** What somebody typed, read as a number and compared with what comes out right, and with what comes out wrong. */
import { shown } from "./numbers.js";
import type { Station } from "./station.js";
import type { MistakeName } from "./words.js";

/** Row and column of a result. */
export type Cell = readonly [i: number, j: number];

export type Verdict =
  | { readonly kind: "right" | "unreadable" | "coarse" | "near" }
  | { readonly kind: "wrong"; readonly mistakes: readonly MistakeName[]; readonly place?: Cell };

interface Typed {
  readonly value: number;
  /** Half a unit of the last digit that was typed. */
  readonly tolerance: number;
  /** Two digits or more, or a fraction. */
  readonly isPrecise: boolean;
}

const DECIMAL = /^([+-]?)(\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,3}))?$/i;

/** Reads `-0.62`, `−0,62`, `6.2e-1` and `1/3`; null for anything else. */
export function readTyped(text: string): Typed | null {
  const plain = text.replaceAll(/\s/g, "").replaceAll(/[−–]/g, "-").replaceAll(",", ".");
  const parts = plain.split("/");
  if (parts.length > 2 || !parts.every((part) => DECIMAL.test(part))) return null;
  const value = parts.map(Number).reduce((above, below) => above / below);
  if (!Number.isFinite(value)) return null;
  if (parts.length === 2) return { value, tolerance: 1e-9 * Math.abs(value), isPrecise: true };
  const [, , digits, exponent = "0"] = DECIMAL.exec(plain)!;
  const decimals = (digits.split(".")[1] ?? "").length - Number(exponent);
  return { value, tolerance: 0.5 * 10 ** -decimals, isPrecise: digits.replace(".", "").replace(/^0+/, "").length >= 2 };
}

/** Whether it is this number, as far as its digits go; three are enough where four are shown of many. */
function means({ value, tolerance }: Typed, target: number): boolean {
  const isShort = Math.abs(Number(shown(target).replaceAll("−", "-")) - target) <= 1e-9 * Math.abs(target);
  const third = isShort || target === 0 ? 1e-9 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(target))) - 2);
  return Math.abs(value - target) <= Math.max(tolerance * (1 + 1e-9), third);
}

function isExact({ value }: Typed, target: number): boolean {
  return Math.abs(value - target) <= 1e-9 * Math.max(1, Math.abs(target));
}

/** More possibilities than this tell nobody anything. */
const MAX_NAMED = 3;

/** What is to be said of an answer to the question for one element of a station's result. */
export function judge(text: string, { values, mistakes }: Station, [i, j]: Cell): Verdict {
  const typed = readTyped(text);
  if (typed === null) return { kind: "unreadable" };
  const right = values.get(i, j);
  const isMeant = (target: number) => means(typed, target) && (typed.isPrecise || isExact(typed, target));
  if (isMeant(right)) return { kind: "right" };
  const found = wrongNumbers(mistakes, [i, j]).filter(([, number]) => isMeant(number));
  const names = [...new Set(found.map(([name]) => name))];
  if (names.length > 0) return { kind: "wrong", mistakes: names.length <= MAX_NAMED ? names : [] };
  if (means(typed, right)) return { kind: "coarse" };
  if (typed.isPrecise && Math.abs(typed.value - right) <= 4 * typed.tolerance) return { kind: "near" };
  const places = elements(values.shape).filter(([r, c]) => isMeant(values.get(r, c)));
  return { kind: "wrong", mistakes: [], ...(places.length === 1 ? { place: places[0] } : {}) };
}

function wrongNumbers(mistakes: Station["mistakes"], [i, j]: Cell): [MistakeName, number][] {
  return mistakes.flatMap(([name, values]) => (values && i < values.shape[0] && j < values.shape[1] ? [[name, values.get(i, j)]] : []));
}

export function elements([rows, columns]: readonly number[]): Cell[] {
  return Array.from({ length: rows * columns }, (_, k) => [Math.floor(k / columns), k % columns]);
}

/** The element at which the first mistake shows and, of those, most others do, each by a number of its own. */
export function tellingCell({ values, mistakes }: Station): Cell {
  const cells = elements(values.shape);
  const scores = cells.map((cell) => {
    const [right, ...wrong] = [values.get(...cell), ...wrongNumbers(mistakes, cell).map(([, number]) => number)].map((number) => shown(number));
    return new Set([right, ...wrong]).size + (wrong[0] === right ? 0 : mistakes.length);
  });
  return cells[scores.indexOf(Math.max(...scores))];
}
