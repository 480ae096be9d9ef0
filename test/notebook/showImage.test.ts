import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { array } from "../../src/index.js";
import { type ImageArray, imageBundle, showImage } from "../../src/notebook/showImage.js";
import { inKernel } from "./fakeKernel.js";

const decodeBase64 = (text: unknown) => decode(Buffer.from(text as string, "base64"));
const inPage = (bundle: ReturnType<typeof imageBundle>) => decodeBase64(/base64,([^"]*)/.exec(bundle.data["text/html"] as string)![1]);
const rgb: ImageArray = { shape: [1, 2, 3], data: [255, 0, 0.4, 0, 254.6, 7] };

describe("imageBundle", () => {
  it("has the pixels as they are, rounded", () => {
    const page = inPage(imageBundle(rgb, "Two pixels"));
    expect([page.width, page.height, page.channels]).toEqual([2, 1, 3]);
    expect([...page.data]).toEqual([255, 0, 0, 0, 255, 7]);
  });

  it("enlarges by repeating pixels, the same in the page and alone", () => {
    const bundle = imageBundle(rgb, 'Two "pixels"', 2);
    const png = bundle.data["image/png"];
    expect(bundle.data["text/html"]).toBe(
      `<img alt="Two &quot;pixels&quot;" width="4" height="2" style="image-rendering:pixelated;max-width:100%;height:auto" src="data:image/png;base64,${png}">`,
    );
    const picture = decodeBase64(png);
    expect([picture.width, picture.height]).toEqual([4, 2]);
    const row = [255, 0, 0, 255, 0, 0, 0, 255, 7, 0, 255, 7];
    expect([...picture.data]).toEqual([...row, ...row]);
    expect(bundle.metadata).toEqual({ "image/png": { width: 4, height: 2 } });
  });

  it("enlarges every row and column", () => {
    const picture = decodeBase64(imageBundle({ shape: [2, 2], data: [1, 2, 3, 4] }, "x", 2).data["image/png"]);
    expect([...picture.data]).toEqual([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]);
  });

  it("takes grey images and NDArrays", () => {
    expect([...inPage(imageBundle(array([[0, 128], [255, 1]]), "x")).data]).toEqual([0, 128, 255, 1]);
    expect(inPage(imageBundle({ shape: [1, 1, 4], data: [1, 2, 3, 4] }, "x")).channels).toBe(4);
  });

  it("refuses shapes and values that are no image", () => {
    const shape = (sizes: number[]) => () => imageBundle({ shape: sizes, data: new Float64Array(64) }, "x");
    for (const sizes of [[4], [2, 2, 2], [0, 3, 3], [1.5, 2], [1, 2, 2, 3]]) {
      expect(shape(sizes)).toThrow(new RangeError(`showImage: expected an image of shape (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), got (${sizes.join(", ")})`));
    }
    for (const value of [-1, 256, NaN]) {
      expect(() => imageBundle({ shape: [1, 2], data: [0, value] }, "x")).toThrow(
        new RangeError(`showImage: expected values from 0 to 255, got ${value} at position 1. Scale the image to that range first.`),
      );
    }
  });
});

it("takes the values at the edges, and those that are rounded to them", () => {
  expect([...inPage(imageBundle({ shape: [1, 3], data: [-0.4, 255.4, 0.5] }, "x")).data]).toEqual([0, 255, 1]);
  expect(() => imageBundle({ shape: [1, 1], data: [-0.6] }, "x")).toThrow(/got -0\.6 at position 0/);
  expect(() => imageBundle({ shape: [1, 1], data: [255.5] }, "x")).toThrow(/got 255\.5 at position 0/);
  expect(() => imageBundle({ shape: [1, 1] } as never, "x")).toThrow(TypeError);
});

describe("showImage", () => {
  it("sends one message in a kernel, and logs a line elsewhere", () => {
    const sent = inKernel(() => showImage(rgb, { alt: "Two pixels", scale: 3 }));
    expect(sent).toHaveLength(1);
    expect(sent[0].content.data).toEqual(imageBundle(rgb, "Two pixels", 3).data);
    const lines: string[] = [];
    showImage(rgb, { alt: "Two pixels", log: (line) => lines.push(line) });
    expect(lines).toEqual(["[picture: Two pixels]"]);
  });

  it("refuses scales that are no whole number from 1 to 32", () => {
    expect(inKernel(() => showImage(rgb, { alt: "x", scale: 32 }))[0]!.content.metadata).toEqual({ "image/png": { width: 64, height: 32 } });
    expect(inKernel(() => showImage(rgb, { alt: "x" }))[0]!.content.metadata).toEqual({ "image/png": { width: 2, height: 1 } });
    for (const scale of [0, 1.5, 33]) {
      expect(() => showImage(rgb, { alt: "x", scale })).toThrow(new RangeError(`showImage: expected scale to be a whole number from 1 to 32, got ${scale}`));
    }
  });
});

describe("values that are no numbers", () => {
  it("are refused in words of our own", () => {
    const bytes = { shape: [1, 2], data: BigInt64Array.of(1n, 2n) as never };
    expect(() => imageBundle(bytes, "x")).toThrow(
      new RangeError("showImage: expected values from 0 to 255, got 1n at position 0. Scale the image to that range first."),
    );
    expect(() => imageBundle({ shape: [1n, 2] as never, data: [0, 0] }, "x")).toThrow(/got \(1n, 2\)$/);
    expect(() => showImage({ shape: [1, 1], data: [0] }, { alt: "x", scale: Symbol("a") as never })).toThrow(/got a symbol$/);
    expect(() => showImage({ shape: [1, 1], data: [0] }, { alt: 10n as never })).toThrow(/got 10n$/);
  });
});
