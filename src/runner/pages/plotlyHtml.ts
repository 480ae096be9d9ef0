/** A figure that has no HTML of its own, drawn by plotly.js from the page's assets. */
export const plotlyType = "application/vnd.plotly.v1+json";

/** The place of the figure and the call that draws it, once plotly.js is there. */
export function plotlyHtml(figure: unknown): string {
  const { data = [], layout = {}, config = {} } = figure as { data?: unknown; layout?: unknown; config?: object };
  const values = [data, layout, { responsive: true, ...config }].map(scriptJson).join(", ");
  return `<div class="figure"></div><script>Plotly.newPlot(document.currentScript.previousElementSibling, ${values});</script>`;
}

/** JSON that can stand inside a script element. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value ?? null).replaceAll("<", "\\u003c");
}
