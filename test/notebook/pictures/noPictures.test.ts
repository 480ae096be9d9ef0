/** In a page the front end draws: outputs have no picture and no script. */
import { expect, it, vi } from "vitest";
import { playType } from "../../../src/jupyter/display/playType.js";
import { showBackprop } from "../../../src/notebook/showBackprop.js";
import { showFigure } from "../../../src/notebook/showFigure.js";
import { inKernel } from "../fakeKernel.js";

vi.mock("#pictures", () => import("../../../src/notebook/pictures/noPictures.js"));

it("has a figure as an object and as a line of text", () => {
  const [{ content }] = inKernel(() => showFigure({ data: [{ y: [1, 2] }] }, { alt: "Loss" }));
  expect(Object.keys(content.data)).toEqual(["application/vnd.plotly.v1+json", "text/plain"]);
  expect(content.metadata).toEqual({});
});

it("has what is played with as an object and as a line of text", () => {
  const [{ content }] = inKernel(() => showBackprop());
  expect(Object.keys(content.data)).toEqual([playType, "text/plain"]);
  expect(content.metadata).toEqual({});
});
