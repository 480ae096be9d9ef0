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

it("fills rows from the top, and rounds edges to whole pixels", () => {
  const canvas = new PixelCanvas(2, 3);
  canvas.fillRect(0.6, 0.6, 0.9, 0.9);
  canvas.fillStyle = "#0A0b0C";
  canvas.fillRect(2, 3, -1.4, -1.4);
  const [clear, black, dark] = [[0, 0, 0, 0], [0, 0, 0, 255], [10, 11, 12, 255]];
  expect(pixels(canvas)).toEqual([clear, clear, clear, black, clear, dark]);
});

it("paints nothing outside, nor without a size", () => {
  const canvas = new PixelCanvas(2, 2);
  for (const [x, y, width, height] of [[2, 0, 1, 2], [0, 2, 2, 1], [-2, 0, 2, 2], [0, -1, 2, 1], [1, 1, 0, 1]] as const) canvas.fillRect(x, y, width, height);
  expect(pixels(canvas)).toEqual(Array(4).fill([0, 0, 0, 0]));
});

it("takes fractions of a colour, and black for one that it cannot read", () => {
  const canvas = new PixelCanvas(2, 1);
  canvas.fillStyle = "rgb(10.4, 20.6, 30)";
  canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = "#12";
  canvas.fillStyle = "none";
  canvas.fillRect(1, 0, 1, 1);
  expect(pixels(canvas)).toEqual([[10, 21, 30, 255], [0, 0, 0, 255]]);
});

it("takes whole images", () => {
  const canvas = new PixelCanvas(2, 1);
  const image = canvas.createImageData(2, 1);
  expect([image.width, image.height, image.data.length]).toEqual([2, 1, 8]);
  image.data.set([1, 2, 3, 4, 5, 6, 7, 8]);
  canvas.putImageData(image);
  expect(pixels(canvas)).toEqual([[1, 2, 3, 4], [5, 6, 7, 8]]);
});
