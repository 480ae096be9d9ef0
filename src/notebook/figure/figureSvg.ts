import type { PlainFigure } from "./figure.js";
import { plotlyWindow } from "./plotlyWindow.js";

/**
 * Draws a figure as SVG, without a browser, in one go.
 *
 * @returns the SVG document, the same for the same figure
 * @throws {Error} if Plotly fails, or puts part of the drawing off, as it does for pictures in figures
 */
export function figureSvg(figure: PlainFigure): string {
  const { plotly, createElement, resetNames } = plotlyWindow();
  resetNames();
  const element = createElement();
  try {
    plotly.newPlot(element, structuredClone(figure.data), structuredClone(figure.layout), {}).catch(() => {});
    if (element._promises?.length) throw new Error("a picture inside a figure is drawn later, by a browser only; use showImage for pictures");
    return plotly.Snapshot.toSVG(element, "svg");
  } catch (error) {
    // Not as the cause: its stack would print the whole of Plotly's source, which is one line.
    throw new Error(`showFigure: Plotly could not draw the figure: ${(error as Error).message}`);
  } finally {
    plotly.purge(element);
    element.remove();
  }
}
