import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { plotlyScript } from "../../../src/notebook/figure/plotlyScript.js";

const [plotly, draw] = plotlyScript().match(/<script>[\s\S]*?<\/script>/g)!;
const place = '<div data-figure="a"><img alt="Loss"></div>';
const push = '<script>(window.twoLayerNetFigures = window.twoLayerNetFigures || []).push({ id: "a", data: [1], layout: { height: 9 }, minWidth: 300 });</script>';
const fakePlotly = "<script>window.calls = []; window.Plotly = { newPlot(...args) { calls.push(args); return Promise.resolve(); } };</script>";
const failingPlotly = '<script>window.Plotly = { newPlot() { throw new Error("no canvas"); } };</script>';

async function page(html: string, wait = 20) {
  const { window } = new JSDOM(html, { runScripts: "dangerously" });
  await new Promise((resolve) => setTimeout(resolve, wait));
  const image = window.document.querySelector("img")!;
  return { window, image, plot: window.document.querySelector("[data-figure] > div"), calls: (window as unknown as { calls?: unknown[][] }).calls };
}

describe("plotlyScript", () => {
  it("is Plotly and what draws the figures, in one script element each, with no others inside", () => {
    expect(plotlyScript().match(/<script/gi)).toHaveLength(2);
    expect(plotlyScript().match(/<\/script/gi)).toHaveLength(2);
    expect(plotly!.length).toBeGreaterThan(1_400_000);
    expect(plotly).toContain("plotly.js (cartesian - minified) v3.7.0");
    expect(plotlyScript()).not.toMatch(/<script[^>]+src/);
  });

  it.each([
    ["before", fakePlotly + draw + place + push],
    ["after", place + push + fakePlotly + draw],
  ])("draws figures that come %s it", async (_, html) => {
    const { image, plot, calls } = await page(html);
    expect(calls).toHaveLength(1);
    expect(calls![0].slice(1)).toEqual([[1], { height: 9 }, { responsive: true, displaylogo: false }]);
    expect(calls![0][0]).toBe(plot);
    expect((plot as HTMLElement).style.minWidth).toBe("300px");
    expect(image.style.display).toBe("none");
    expect([plot!.getAttribute("role"), plot!.getAttribute("aria-label")]).toEqual(["img", "Loss"]);
  });

  it("draws each place once, however often the script runs", async () => {
    const { calls } = await page(fakePlotly + draw + place + push + push + draw);
    expect(calls).toHaveLength(1);
  });

  it("finds a place that enters the document after the script", async () => {
    const later = `<script>setTimeout(function () { document.body.insertAdjacentHTML("beforeend", '${place}'); }, 30);</script>`;
    const { calls } = await page(`<body>${fakePlotly}${draw}${push}${later}<img></body>`, 300);
    expect(calls).toHaveLength(1);
  });

  it("leaves the picture where nothing draws, and where drawing fails", async () => {
    const alone = await page(place + push);
    expect([alone.image.style.display, alone.plot]).toEqual(["", null]);
    const failed = await page(failingPlotly + draw + place + push);
    expect([failed.image.style.display, failed.plot]).toEqual(["", null]);
  });
});
