import { decode } from "fast-png";
import { expect, it } from "vitest";
import { PixelCanvas } from "../../../src/notebook/figure/pixelCanvas.js";

function pixels(canvas: PixelCanvas): number[][] {
  const { data } = decode(Buffer.from(canvas.toDataURL().replace("data:image/png;base64,", ""), "base64"));
  return Array.from({ length: data.length / 4 }, (_, i) => [...data.subarray(4 * i, 4 * i + 4)]);
}

it("fills rectangles of any colour notation, from either corner, within its edges", () => {
  const canvas = new PixelCanvas(3, 1);
  canvas.fillStyle = "rgb(1, 2, 3)";
  canvas.fillRect(-5, -5, 20, 20);
  canvas.fillStyle = "rgba(10,20,30,0.2)";
  canvas.fillRect(2, 1, -1, -1);
  canvas.fillStyle = "#ff8000";
  canvas.fillRect(2, 0, 1, 1);
  expect(pixels(canvas)).toEqual([[1, 2, 3, 255], [10, 20, 30, 51], [255, 128, 0, 255]]);
});

it("takes whole images", () => {
  const canvas = new PixelCanvas(2, 1);
  const image = canvas.createImageData(2, 1);
  image.data.set([1, 2, 3, 4, 5, 6, 7, 8]);
  canvas.putImageData(image);
  expect(pixels(canvas)).toEqual([[1, 2, 3, 4], [5, 6, 7, 8]]);
});
