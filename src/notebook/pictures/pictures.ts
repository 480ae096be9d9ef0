/** The picture that a drawing is where no script runs: see `noPictures.ts` for a page, which draws for itself. */
import type { Still } from "../../play/spec.js";
import type { PlainFigure } from "../figure/figure.js";
import { figureSvg } from "../figure/figureSvg.js";
import { type StillPicture, stillPicture } from "../png/stillPicture.js";

export { plotlyScript } from "../figure/plotlyScript.js";
export { playScript } from "../play/playScript.js";

/** @returns null where nothing can be drawn without a page */
export function figurePicture(figure: PlainFigure, alt: string): StillPicture | null {
  return stillPicture(figureSvg(figure), figure.layout.width, figure.layout.height, alt);
}

/** @returns null where nothing can be drawn without a page */
export function playPicture({ svg, width, height, alt }: Still): StillPicture | null {
  return stillPicture(svg, width, height, alt);
}
