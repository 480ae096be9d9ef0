import { plotlyScript } from "#pictures";
import { alternativeText, display, type DisplayOptions, kernelDisplay, pictureText } from "./display/display.js";
import { ScriptCarrier } from "./display/scriptCarrier.js";
import { figureBundle } from "./figure/figureBundle.js";
import { figureInLanguage } from "./figure/figureInLanguage.js";
import { figureTemplate } from "./figure/figureTemplate.js";
import type { Figure, FigureSize } from "./figure/figure.js";
import { plainFigure } from "./figure/plainFigure.js";

/** Options of `showFigure`. */
export interface ShowFigureOptions extends FigureSize, DisplayOptions {
  /** What the figure shows, for those who do not see it. */
  readonly alt: string;
}

const plotly = new ScriptCarrier(plotlyScript);

/**
 * Shows a Plotly figure: interactive where scripts run, and as the same picture everywhere else;
 * outside a kernel, a line of text. It is drawn at once and needs no network.
 *
 * Colours, dashes, markers and fonts come from a template unless the figure has one of its own. Of very many points
 * some are left out, which the figure then says under its title. Texts with a twin are shown in the notebook's language.
 *
 * @param figure `{ data, layout }` as Plotly has it; arrays may be typed arrays or NDArrays
 * @throws {TypeError} if figure is no figure or holds what cannot be drawn, or alt is missing
 * @throws {RangeError} if the figure has no trace, nothing to draw or a trace of a type that cannot be drawn, or a size is
 * not from 50 to 4000 pixels
 * @throws {Error} if Plotly cannot draw the figure, or a package that draws is not installed
 * @example
 * showFigure(lossFigure([2.3, 1.9, 1.5]), { alt: "Loss falling from 2.3 to 1.5" });
 */
export function showFigure(figure: Figure, options: ShowFigureOptions): void {
  const alt = alternativeText("showFigure", options?.alt);
  const settled = figureInLanguage(plainFigure(figure, options, figureTemplate));
  const run = kernelDisplay();
  if (run) display(figureBundle(settled, alt, plotly.scriptFor(alt, run)));
  else (options.log ?? console.log)(pictureText(alt));
}
