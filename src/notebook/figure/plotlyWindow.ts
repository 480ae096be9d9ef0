/**
 * Plotly in a DOM without a browser. The DOM has no layout, no canvas and no pictures; what Plotly
 * needs of them is put in here.
 */
import { read } from "#host/files";
import { optionalPackage, packagePath } from "../optionalPackage.js";
import { pathLength, pathPointAt } from "./pathPoints.js";
import { PixelCanvas } from "./pixelCanvas.js";
import { type Box, svgBox, type SvgNode, svgPageBox } from "./svgBox.js";

/** The element that holds a drawn figure. */
export interface GraphElement {
  readonly _promises?: readonly unknown[];
  remove(): void;
}

/** The functions of Plotly that are called here. */
export interface Plotly {
  newPlot(element: GraphElement, data: readonly object[], layout: object, config: object): Promise<unknown>;
  purge(element: GraphElement): void;
  setPlotConfig(config: object): void;
  readonly Snapshot: { toSVG(element: GraphElement, format: "svg"): string };
}

/** The window of a jsdom, as far as it is used. */
interface HeadlessWindow {
  readonly document: { createElement(name: string): GraphElement; readonly body: { append(element: GraphElement): void } };
  readonly SVGElement: { prototype: object };
  readonly HTMLCanvasElement: { prototype: object };
  readonly URL: { createObjectURL?: () => string };
  readonly Math: { random: () => number };
  readonly Plotly: Plotly;
  CSS?: object;
  matchMedia?: object;
  eval(source: string): unknown;
}

interface JsdomModule {
  readonly JSDOM: new (html: string, options: object) => { readonly window: HeadlessWindow };
  readonly VirtualConsole: new () => object;
}

const PLOTLY = "plotly.js-cartesian-dist-min";

const size = ({ left, top, right, bottom }: Box) => ({ x: left, y: top, width: right - left, height: bottom - top });

function giveLayout(window: HeadlessWindow): void {
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgNode) {
      return size(svgBox(this));
    },
    getComputedTextLength(this: SvgNode) {
      return size(svgBox(this)).width;
    },
    getTotalLength(this: SvgNode) {
      return pathLength(this.getAttribute?.("d") ?? "");
    },
    getPointAtLength(this: SvgNode, length: number) {
      return pathPointAt(this.getAttribute?.("d") ?? "", length);
    },
    getBoundingClientRect(this: SvgNode) {
      const box = svgPageBox(this);
      return { ...box, ...size(box) };
    },
  });
}

function giveCanvas(window: HeadlessWindow): void {
  const canvases = new WeakMap<object, PixelCanvas>();
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: { width: number; height: number }) {
      if (!canvases.has(this)) canvases.set(this, new PixelCanvas(this.width, this.height));
      return canvases.get(this);
    },
    toDataURL(this: object) {
      return canvases.get(this)?.toDataURL();
    },
  });
  // Without pixelated images, Plotly paints heatmaps at their full size, sharp in every viewer.
  window.CSS = { supports: () => false };
}

/** Plotly names clip paths at random; the same figure should give the same SVG. */
function giveFixedRandom(window: HeadlessWindow): () => void {
  let state = 1;
  window.Math.random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return () => {
    state = 1;
  };
}

export interface PlotlyWindow {
  readonly plotly: Plotly;
  createElement(): GraphElement;
  /** Starts the names of clip paths over. */
  resetNames(): void;
}

let opened: PlotlyWindow | undefined;

/** The window with Plotly in it: opened at the first call, which takes half a second, and kept. */
export function plotlyWindow(): PlotlyWindow {
  opened ??= openPlotlyWindow();
  return opened;
}

function openPlotlyWindow(): PlotlyWindow {
  const { JSDOM, VirtualConsole } = optionalPackage<JsdomModule>("jsdom", "A figure");
  const { window } = new JSDOM("<!doctype html><title>figures</title>", { runScripts: "outside-only", virtualConsole: new VirtualConsole() });
  giveLayout(window);
  giveCanvas(window);
  const resetNames = giveFixedRandom(window);
  window.URL.createObjectURL = () => "";
  window.matchMedia = () => ({ matches: false, addEventListener() {} });
  window.eval(new TextDecoder().decode(read(packagePath(PLOTLY, "A figure"))));
  window.Plotly.setPlotConfig({ logging: 0, staticPlot: true });
  const createElement = () => {
    const element = window.document.createElement("div");
    window.document.body.append(element);
    return element;
  };
  return { plotly: window.Plotly, createElement, resetNames };
}
