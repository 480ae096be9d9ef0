import { base64 } from "#host/bytes";
import { escapeHtml } from "../jupyter/display/html.js";
import type { Shown } from "../jupyter/display/mimeBundle.js";
import { describeValue } from "../numeric/arguments/describeValue.js";
import { alternativeText, display, type DisplayOptions, pictureText } from "./display/display.js";
import { type Channels, encodePng } from "./png/pngFile.js";

/** Pixels with a shape, such as an NDArray: (H, W) grey, or (H, W, C) of 1, 3 or 4 channels, from 0 to 255. */
export interface ImageArray {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** Options of `showImage`. */
export interface ShowImageOptions extends DisplayOptions {
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
  /** Pixels of the page along each side of one of the picture, a whole number from 1 to 32; default 1. */
  readonly scale?: number;
}

interface Raster {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: Channels;
}

const isChannels = (count: number): count is Channels => count === 1 || count === 3 || count === 4;

/** Checks an image, and rounds its values to bytes. */
function toRaster(image: ImageArray): Raster {
  if (!Array.isArray(image?.shape) || image.data === undefined) throw new TypeError(`showImage: expected an NDArray or { data, shape }, got ${describeValue(image)}`);
  const [height = 0, width = 0, channels = 1] = image.shape;
  if (image.shape.length < 2 || image.shape.length > 3 || !image.shape.every(isSize) || !isChannels(channels)) {
    throw new RangeError(`showImage: expected an image of shape (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), got (${image.shape.map(valueText).join(", ")})`);
  }
  const pixels = new Uint8Array(height * width * channels);
  for (let i = 0; i < pixels.length; i++) {
    // what is no number, such as a big integer, is not rounded
    const value = typeof image.data[i] === "number" ? Math.round(image.data[i]) : NaN;
    if (!(value >= 0 && value <= 255)) {
      throw new RangeError(`showImage: expected values from 0 to 255, got ${valueText(image.data[i])} at position ${i}. Scale the image to that range first.`);
    }
    pixels[i] = value;
  }
  return { pixels, width, height, channels };
}

const isSize = (size: unknown) => Number.isSafeInteger(size) && (size as number) > 0;

const valueText = (value: unknown) => (typeof value === "number" ? String(value) : describeValue(value));

/** Each pixel as a square of `scale` by `scale`. */
function enlarge(raster: Raster, scale: number): Raster {
  if (scale === 1) return raster;
  const { pixels, width, height, channels } = raster;
  const [wide, high] = [width * scale, height * scale];
  const out = new Uint8Array(wide * high * channels);
  for (let row = 0, at = 0; row < high; row++) {
    for (let column = 0; column < wide; column++) {
      const from = (Math.floor(row / scale) * width + Math.floor(column / scale)) * channels;
      for (let channel = 0; channel < channels; channel++) out[at++] = pixels[from + channel];
    }
  }
  return { pixels: out, width: wide, height: high, channels };
}

/**
 * An image in the formats of a front end, enlarged by repeating pixels: some front ends remove the
 * style that keeps a page from smoothing it.
 */
export function imageBundle(image: ImageArray, alt: string, scale = 1): Shown {
  const { pixels, width, height, channels } = enlarge(toRaster(image), scale);
  const png = base64(encodePng(pixels, width, height, channels));
  const style = "image-rendering:pixelated;max-width:100%;height:auto";
  return {
    data: {
      "text/html": `<img alt="${escapeHtml(alt)}" width="${width}" height="${height}" style="${style}" src="data:image/png;base64,${png}">`,
      "image/png": png,
      "text/plain": pictureText(alt),
    },
    metadata: { "image/png": { width, height } },
  };
}

/**
 * Shows an image or a grid of images pixel by pixel; outside a kernel, a line of text.
 *
 * @param image (H, W) or (H, W, C), C of 1, 3 or 4, with values from 0 to 255, which are rounded
 * @throws {TypeError} if alt is missing
 * @throws {RangeError} if the shape, a value or the scale is out of range
 * @example
 * showImage({ data: [0, 255, 255, 0], shape: [2, 2] }, { alt: "Two black pixels and two white ones", scale: 20 });
 */
export function showImage(image: ImageArray, options: ShowImageOptions): void {
  const alt = alternativeText("showImage", options?.alt);
  const scale = options.scale ?? 1;
  if (!Number.isInteger(scale) || scale < 1 || scale > 32) throw new RangeError(`showImage: expected scale to be a whole number from 1 to 32, got ${valueText(scale)}`);
  display(imageBundle(image, alt, scale), options);
}
