import { describe, expect, it, vi } from "vitest";
import type { ShowFigureOptions } from "../../src/notebook/showFigure.js";
import { inKernel } from "./fakeKernel.js";

/** A kernel that has just started. */
async function freshShowFigure() {
  vi.resetModules();
  return (await import("../../src/notebook/showFigure.js")).showFigure;
}

const figure = { data: [{ y: [1, 2] }] };
const withPlotly = (html: unknown) => (html as string).includes("plotly.js (cartesian - minified)");

describe("showFigure", () => {
  it("brings Plotly into the notebook once, and again when its figure is shown anew", async () => {
    const showFigure = await freshShowFigure();
    const cell = (...alts: string[]) => inKernel(() => alts.forEach((alt) => showFigure(figure, { alt, width: 200, height: 150 })));
    const sent = [...cell("first", "second"), ...cell("third"), ...cell("first")];
    expect(sent.map(({ content }) => withPlotly(content.data["text/html"]))).toEqual([true, false, false, true]);
    expect(sent.every(({ update, content }) => !update && content.transient.display_id === undefined)).toBe(true);
  });

  it("brings Plotly once where a loop shows figures with one alternative text, and so when its cell runs again", async () => {
    const showFigure = await freshShowFigure();
    const loop = () => inKernel(() => {
      for (let epoch = 0; epoch < 3; epoch++) showFigure({ data: [{ y: [1, epoch] }] }, { alt: "Loss so far", width: 200, height: 150 });
    });
    for (const sent of [loop(), loop()]) {
      expect(sent.map(({ content }) => withPlotly(content.data["text/html"]))).toEqual([true, false, false]);
    }
  });

  it("puts the template under the figure's layout", async () => {
    const showFigure = await freshShowFigure();
    const [sent] = inKernel(() => showFigure(figure, { alt: "x" }));
    const { layout } = sent!.content.data["application/vnd.plotly.v1+json"] as { layout: { template: { layout: { plot_bgcolor: string } } } };
    expect(layout.template.layout.plot_bgcolor).toBe("#FFFFFF");
  });

  it("is a line of text outside a kernel", async () => {
    const showFigure = await freshShowFigure();
    const lines: string[] = [];
    showFigure(figure, { alt: "Loss falls", log: (line) => lines.push(line) });
    expect(lines).toEqual(["[picture: Loss falls]"]);
  });

  it("insists on alternative text and a trace, in and outside a kernel", async () => {
    const showFigure = await freshShowFigure();
    expect(() => showFigure(figure, {} as ShowFigureOptions)).toThrow(
      new TypeError("showFigure: expected alt to be a sentence that says what the picture shows, got none"),
    );
    expect(() => showFigure({ data: [] }, { alt: "x" })).toThrow(RangeError);
  });
});
