import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { PageConfig } from "@jupyterlab/coreutils";
import { type IRenderMime, IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { type Message } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { alternativeText } from "./alternativeText";

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

let script: Promise<Plotly> | undefined;

/** Plotly is loaded with the first figure, from the place that served the page. */
function plotly(): Promise<Plotly> {
  script ??= new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = PageConfig.getOption("plotlyUrl") || "/static/plotly.min.js";
    element.onload = () => resolve((window as unknown as { Plotly: Plotly }).Plotly);
    element.onerror = () => reject(new Error(`Plotly: expected its script at ${element.src}, got none`));
    document.head.append(element);
  });
  return script;
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
    if (this.canvas.childElementCount === 0) this.showPicture(model, alt);
    const library = await plotly();
    if (this.isDisposed) return;
    if (this.canvas.querySelector(".plot-container") === null) this.canvas.replaceChildren();
    await library.react(this.canvas, data, { ...rest, autosize: true }, CONFIG);
  }

  private showPicture(model: IRenderMime.IMimeModel, alt: string | undefined): void {
    const png = model.data["image/png"];
    if (typeof png !== "string") return;
    const picture = document.createElement("img");
    picture.src = `data:image/png;base64,${png}`;
    picture.alt = alt ?? "";
    this.canvas.replaceChildren(picture);
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
