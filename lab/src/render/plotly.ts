import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { type IRenderMime, IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { type Message } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { alternativeText } from "./alternativeText";
import { pageScript } from "./pageScript";
import { showPicture } from "./showPicture";

const MIME_TYPE = "application/vnd.plotly.v1+json";

interface Figure {
  readonly data: unknown[];
  readonly layout: { readonly width?: number; readonly height?: number };
}

interface Plotly {
  react(node: HTMLElement, data: unknown[], layout: object, config: object): Promise<unknown>;
  purge(node: HTMLElement): void;
  Plots: { resize(node: HTMLElement): void };
}

/** Texts and boxes keep their size in a narrower figure, and would meet: on a phone it is scrolled instead. */
const NARROWEST = 700;

const CONFIG = { responsive: true, displaylogo: false, showLink: false, plotlyServerURL: "" };

async function plotly(): Promise<Plotly> {
  await pageScript("plotlyUrl", "/static/plotly.min.js");
  return (window as unknown as { Plotly: Plotly }).Plotly;
}

/** A figure to zoom into and to read values from; the static picture until Plotly is there, or where it fails. */
class FigureRenderer extends Widget implements IRenderMime.IRenderer {
  private readonly canvas = document.createElement("div");

  constructor() {
    super();
    this.addClass("tln-Figure");
    this.node.append(this.canvas);
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const alt = alternativeText(model);
    this.canvas.setAttribute("role", "group");
    if (alt !== undefined) this.canvas.setAttribute("aria-label", alt);
    // Plotly writes into what it draws, and the model is what is saved.
    const { data, layout } = structuredClone(model.data[MIME_TYPE]) as unknown as Figure;
    const { width, ...rest } = layout;
    if (width !== undefined) this.canvas.style.maxWidth = `${width}px`;
    this.canvas.style.minWidth = `${Math.min(width ?? NARROWEST, NARROWEST)}px`;
    if (this.canvas.childElementCount === 0) showPicture(this.canvas, model);
    const library = await plotly();
    if (this.isDisposed) return;
    if (this.canvas.querySelector(".plot-container") === null) this.canvas.replaceChildren();
    await library.react(this.canvas, data, { ...rest, autosize: true }, CONFIG);
  }

  protected override onResize(message: Widget.ResizeMessage): void {
    super.onResize(message);
    if (this.isVisible && this.canvas.querySelector(".plot-container")) void plotly().then(({ Plots }) => Plots.resize(this.canvas));
  }

  protected override onBeforeDetach(message: Message): void {
    super.onBeforeDetach(message);
    if (this.isDisposed) void plotly().then(({ purge }) => purge(this.canvas));
  }
}

export const figures: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:plotly",
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (_, registry: IRenderMimeRegistry) => {
    // Before text/html, which holds the same figure with a script that the page does not run; drawn from data, so safe.
    registry.addFactory({ safe: true, mimeTypes: [MIME_TYPE], createRenderer: () => new FigureRenderer() }, 0);
  },
};
