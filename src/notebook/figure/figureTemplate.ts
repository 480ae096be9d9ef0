/**
 * How figures look unless they say otherwise: colours that colour-blind readers tell apart, a dash
 * and a marker of its own for each line, text of a readable size, white ground.
 */

/** Okabe and Ito's colours for all kinds of colour vision, without yellow, which is too pale on white. */
export const COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"] as const;

const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "solid"] as const;
const SYMBOLS = ["circle", "square", "diamond", "triangle-up", "x", "triangle-down", "cross"] as const;

/**
 * Fonts with Arial's widths first: the static picture is laid out for them. Then some for Korean.
 * Unquoted, because Plotly's SVG export spoils the quotes of all names but one.
 */
const FONT_FAMILY = "Arial, Liberation Sans, Arimo, Helvetica, Noto Sans CJK KR, Noto Sans KR, Malgun Gothic, Apple SD Gothic Neo, sans-serif";

const axis = {
  automargin: true,
  gridcolor: "#E3E3E3",
  linecolor: "#555555",
  showline: true,
  ticks: "outside",
  title: { standoff: 10 },
  zeroline: false,
};

export const figureTemplate = {
  data: {
    scatter: COLORS.map((color, i) => ({ line: { color, dash: DASHES[i], width: 2 }, marker: { color, symbol: SYMBOLS[i], size: 7 } })),
    heatmap: [{ colorscale: "Viridis", colorbar: { outlinewidth: 0, ticks: "outside" } }],
    contour: [{ colorscale: "Viridis", colorbar: { outlinewidth: 0, ticks: "outside" } }],
  },
  layout: {
    colorway: COLORS,
    colorscale: { sequential: "Viridis", sequentialminus: "Viridis", diverging: "RdBu" },
    font: { family: FONT_FAMILY, size: 14, color: "#222222" },
    title: { font: { size: 17 }, x: 0.5, xanchor: "center" },
    paper_bgcolor: "#FFFFFF",
    plot_bgcolor: "#FFFFFF",
    margin: { l: 60, r: 30, t: 60, b: 55 },
    hovermode: "closest",
    legend: { bgcolor: "rgba(255,255,255,0.8)", bordercolor: "#CCCCCC", borderwidth: 1 },
    xaxis: axis,
    yaxis: axis,
  },
} as const;
