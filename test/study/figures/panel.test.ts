import { expect, it } from "vitest";
import { axisSuffix, panelAxes, panelCaption } from "../../../src/study/figures/figure.js";

it("numbers axes as Plotly does", () => {
  expect([0, 1, 2].map(axisSuffix)).toEqual(["", "2", "3"]);
  expect([0, 2].map(panelAxes)).toEqual([{ xaxis: "x", yaxis: "y" }, { xaxis: "x3", yaxis: "y3" }]);
});

it("puts words above the middle of a panel", () => {
  expect(panelCaption("loss", 1)).toEqual({
    text: "loss", x: 0.5, y: 1.02, xref: "x2 domain", yref: "y2 domain", yanchor: "bottom", showarrow: false,
  });
});
