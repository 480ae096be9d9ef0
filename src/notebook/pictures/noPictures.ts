/** A page's front end draws figures and games itself, by their MIME types: the twin of `pictures.ts`. */
import type * as twin from "./pictures.js";

export const figurePicture: typeof twin.figurePicture = () => null;
export const playPicture: typeof twin.playPicture = () => null;
export const plotlyScript: typeof twin.plotlyScript = () => "";
export const playScript: typeof twin.playScript = () => "";
