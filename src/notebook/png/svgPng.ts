import { optionalPackage } from "../optionalPackage.js";
import { reduceColors } from "./palette.js";
import { nameCjkFonts, pictureFonts } from "./pictureFonts.js";
import { encodeIndexedPng } from "./pngFile.js";

interface ResvgModule {
  readonly Resvg: new (svg: string, options: object) => {
    render(): { asPng(): Uint8Array; readonly pixels: Uint8Array; readonly width: number; readonly height: number };
  };
}

/**
 * Draws an SVG document as a PNG file on white.
 *
 * @param scale pixels of the picture to one of the document
 */
export function svgPng(svg: string, scale: number): Uint8Array {
  const { Resvg } = optionalPackage<ResvgModule>("@resvg/resvg-js", "A figure");
  const image = new Resvg(nameCjkFonts(svg), { font: pictureFonts(svg), fitTo: { mode: "zoom", value: scale }, background: "#fff" }).render();
  const indexed = reduceColors(image.pixels);
  return indexed ? encodeIndexedPng(indexed.indices, image.width, image.height, indexed.palette) : image.asPng();
}
