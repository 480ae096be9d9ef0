/**
 * Colours for an amount: from pale to dark in one direction of lightness, so that they can be told
 * apart with any kind of colour vision and in print.
 */

/** Stops of the scale, from 0 to 1: red, green, blue. */
const STOPS = [[238, 242, 247], [166, 202, 227], [74, 144, 197], [16, 82, 149], [5, 34, 84]] as const;

/** The scale as Plotly takes it. */
export const AMOUNT_SCALE: readonly (readonly [at: number, color: string])[] = STOPS.map((_, i) => {
  const at = i / (STOPS.length - 1);
  return [at, amountColor(at)];
});

/**
 * The colour of an amount.
 *
 * @param amount from 0 (pale) to 1 (dark); what lies outside counts as the nearer end
 * @returns e.g. `rgb(60, 131, 187)`
 */
export function amountColor(amount: number): string {
  return `rgb(${channels(amount).join(", ")})`;
}

/** Black or white, whichever is read better on the colour of an amount; NaN has the ground's white. */
export function inkOn(amount: number): "#000000" | "#FFFFFF" {
  if (Number.isNaN(amount)) return "#000000";
  const [red, green, blue] = channels(amount);
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! > 140 ? "#000000" : "#FFFFFF";
}

function channels(amount: number): number[] {
  const place = Math.min(Math.max(amount, 0), 1) * (STOPS.length - 1);
  const i = Math.min(Math.floor(place), STOPS.length - 2);
  const [from, to] = [STOPS[i], STOPS[i + 1]];
  return from.map((value, channel) => Math.round(value + (place - i) * (to[channel] - value)));
}
