/** A share from 0 to 1 for people; a dash where there is none. */
export const percent = (share: number | null): string => (share === null ? "–" : `${(100 * share).toFixed(0)} %`);

/** Two figures; a power of ten where that is shorter. */
export function short(value: number): string {
  if (value === 0) return "0";
  return value >= 1e-3 && value < 1e4 ? value.toPrecision(2) : value.toExponential(0);
}
