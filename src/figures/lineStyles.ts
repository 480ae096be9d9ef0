/** Looks of lines that have to match between panels: told apart by colour, dash and marker each alone. */

/** Okabe and Ito's colours for all kinds of colour vision, each with a dash and a marker of its own. */
const STYLES = [
  ["#0072B2", "solid", "circle"],
  ["#D55E00", "dash", "square"],
  ["#009E73", "dot", "diamond"],
  ["#CC79A7", "dashdot", "triangle-up"],
  ["#E69F00", "longdash", "x"],
  ["#56B4E9", "longdashdot", "triangle-down"],
  ["#000000", "solid", "cross"],
] as const;

/** Line and marker of the index-th of several lines, as Plotly's traces take them; after seven they begin again. */
export function lineStyle(index: number): { line: object; marker: object } {
  const [color, dash, symbol] = STYLES[index % STYLES.length]!;
  return { line: { color, dash, width: 2 }, marker: { color, symbol, size: 7 } };
}
