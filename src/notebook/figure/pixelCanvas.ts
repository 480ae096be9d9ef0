/**
 * The part of a canvas that Plotly paints heatmaps on: filled rectangles and blocks of pixels.
 */
import { base64 } from "#host/bytes";
import { encodePng } from "../png/pngFile.js";

/** Red, green, blue from 0 to 255 and opacity from 0 to 1, out of "rgb(…)", "rgba(…)" or "#rrggbb". */
function parseColor(color: string): [number, number, number, number] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex) return [Number.parseInt(hex[1], 16), Number.parseInt(hex[2], 16), Number.parseInt(hex[3], 16), 1];
  const [red = 0, green = 0, blue = 0, opacity = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, opacity];
}

export class PixelCanvas {
  readonly width: number;
  readonly height: number;
  fillStyle = "rgb(0,0,0)";
  readonly #pixels: Uint8ClampedArray;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8ClampedArray(width * height * 4);
  }

  /** Paints whole pixels; what was there is replaced, not blended. */
  fillRect(x: number, y: number, width: number, height: number): void {
    const [red, green, blue, opacity] = parseColor(this.fillStyle);
    const [left, right] = [Math.round(Math.min(x, x + width)), Math.round(Math.max(x, x + width))];
    const [top, bottom] = [Math.round(Math.min(y, y + height)), Math.round(Math.max(y, y + height))];
    for (let row = Math.max(top, 0); row < Math.min(bottom, this.height); row++) {
      for (let column = Math.max(left, 0); column < Math.min(right, this.width); column++) {
        this.#pixels.set([red, green, blue, opacity * 255], (row * this.width + column) * 4);
      }
    }
  }

  createImageData(width: number, height: number): { width: number; height: number; data: Uint8ClampedArray } {
    return { width, height, data: new Uint8ClampedArray(width * height * 4) };
  }

  /** Replaces all pixels; Plotly only puts images as large as the canvas. */
  putImageData(image: { data: ArrayLike<number> }): void {
    this.#pixels.set(image.data);
  }

  toDataURL(): string {
    return `data:image/png;base64,${base64(encodePng(this.#pixels, this.width, this.height, 4))}`;
  }
}
