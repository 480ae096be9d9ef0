import { sha256 } from "#host/bytes";
import { figurePicture } from "#pictures";
import { scriptJson } from "../../jupyter/display/html.js";
import { pictureText } from "../display/display.js";
import type { PlainFigure } from "./figure.js";
import type { Shown } from "../../jupyter/display/mimeBundle.js";

/** Texts and boxes keep their size in a narrower figure, and would meet: on a phone it is scrolled instead. */
const NARROWEST = 700;

/** The figure for a page: as wide as there is room, up to the width that it was made for. */
function responsive({ data, layout }: PlainFigure) {
  const { width, ...rest } = layout;
  return { data, layout: { ...rest, autosize: true }, minWidth: Math.min(width, NARROWEST) };
}

function figureHtml(figure: PlainFigure, picture: string, before: string): string {
  const page = responsive(figure);
  const id = sha256(new TextEncoder().encode(JSON.stringify(page))).slice(0, 16);
  return `<div data-figure="${id}" style="max-width:${figure.layout.width}px;overflow-x:auto">${picture}</div>
${before}<script>(window.twoLayerNetFigures = window.twoLayerNetFigures || []).push(${scriptJson({ id, ...page })});</script>`;
}

/**
 * A figure in every format that a front end may want: an object for those that draw Plotly
 * themselves, a page with the picture in it that becomes interactive where scripts run, the picture
 * alone, and a line of text. In a page, whose front end draws, there is no picture.
 *
 * @param alt what the figure shows, for those who do not see it
 * @param before HTML between the picture and its script: `plotlyScript()` in the first figure of a notebook
 */
export function figureBundle(figure: PlainFigure, alt: string, before: string): Shown {
  const { width, height } = figure.layout;
  const picture = figurePicture(figure, alt);
  return {
    data: {
      "application/vnd.plotly.v1+json": figure,
      ...(picture && { "text/html": figureHtml(figure, picture.html, before), "image/png": picture.png }),
      "text/plain": pictureText(alt),
    },
    metadata: picture ? { "image/png": { width, height } } : {},
  };
}
