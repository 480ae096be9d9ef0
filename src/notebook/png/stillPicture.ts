/** A drawing as the picture that it is where no script runs. */
import { base64 } from "#host/bytes";
import { escapeHtml } from "../../jupyter/display/html.js";
import { svgPng } from "./svgPng.js";

/** Pixels of the picture to one of the page: sharp on paper and on fine screens. */
const SCALE = 2;

export interface StillPicture {
  /** The file, in base64. */
  readonly png: string;
  /** The element that shows it. */
  readonly html: string;
}

/** @param alt what it shows, for those who do not see it */
export function stillPicture(svg: string, width: number, height: number, alt: string): StillPicture {
  const png = base64(svgPng(svg, SCALE));
  return { png, html: `<img alt="${escapeHtml(alt)}" width="${width}" height="${height}" style="max-width:100%;height:auto" src="data:image/png;base64,${png}">` };
}
