import { createHash } from "node:crypto";
import { escapeHtml, scriptJson } from "../../jupyter/display/html.js";
import { pictureText } from "../display/display.js";
import type { PlainFigure } from "./figure.js";
import { figureSvg } from "./figureSvg.js";
import type { Shown } from "../../jupyter/display/mimeBundle.js";
import { svgPng } from "../png/svgPng.js";

/** Pixels of the static picture to one of the page: sharp on paper and on fine screens. */
const PICTURE_SCALE = 2;

/** Texts and boxes keep their size in a narrower figure, and would meet: on a phone it is scrolled instead. */
const NARROWEST = 700;

/** The figure for a page: as wide as there is room, up to the width that it was made for. */
function responsive({ data, layout }: PlainFigure) {
  const { width, ...rest } = layout;
  return { data, layout: { ...rest, autosize: true }, minWidth: Math.min(width, NARROWEST) };
}

function figureHtml(figure: PlainFigure, alt: string, png: string, before: string): string {
  const { width, height } = figure.layout;
  const page = responsive(figure);
  const id = createHash("sha256").update(JSON.stringify(page)).digest("hex").slice(0, 16);
  const picture = `<img alt="${escapeHtml(alt)}" width="${width}" height="${height}" style="max-width:100%;height:auto" src="data:image/png;base64,${png}">`;
  return `<div data-figure="${id}" style="max-width:${width}px;overflow-x:auto">${picture}</div>
${before}<script>(window.twoLayerNetFigures = window.twoLayerNetFigures || []).push(${scriptJson({ id, ...page })});</script>`;
}

/**
 * A figure in every format that a front end may want: an object for those that draw Plotly
 * themselves, a page with the picture in it that becomes interactive where scripts run, the picture
 * alone, and a line of text.
 *
 * @param alt what the figure shows, for those who do not see it
 * @param before HTML between the picture and its script: `plotlyScript()` in the first figure of a notebook
 */
export function figureBundle(figure: PlainFigure, alt: string, before: string): Shown {
  const { width, height } = figure.layout;
  const png = svgPng(figureSvg(figure), PICTURE_SCALE).toString("base64");
  return {
    data: {
      "application/vnd.plotly.v1+json": figure,
      "text/html": figureHtml(figure, alt, png, before),
      "image/png": png,
      "text/plain": pictureText(alt),
    },
    metadata: { "image/png": { width, height } },
  };
}
