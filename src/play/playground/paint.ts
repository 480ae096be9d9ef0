/** Canvases that are sharp on every screen, and colours for them. */
import { element } from "../element.js";
import type { Stage } from "../stage.js";

export type Rgb = readonly [red: number, green: number, blue: number];

/** A colour of the style sheet, which writes them as #rrggbb. */
export function rgbOf(stage: Stage, name: string): Rgb {
  const value = Number.parseInt(stage.color(name).slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export class Paper {
  readonly canvas: HTMLCanvasElement;
  /** In pixels of the page. */
  width = 0;
  height = 0;

  /** @param draw is called when the size has changed */
  constructor(className: string, stage: Stage, draw: () => void) {
    this.canvas = element("canvas", { className });
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      const sharp = window.devicePixelRatio;
      [this.width, this.height] = [width, height];
      [this.canvas.width, this.canvas.height] = [Math.round(width * sharp), Math.round(height * sharp)];
      draw();
    });
    watch.observe(this.canvas);
    stage.signal.addEventListener("abort", () => watch.disconnect());
  }

  /** Empty, and in pixels of the page; null while it has no size. */
  begin(): CanvasRenderingContext2D | null {
    const context = this.canvas.getContext("2d");
    if (context === null || this.width === 0) return null;
    const sharp = this.canvas.width / this.width;
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    return context;
  }
}

/** A picture of cells, painted by number and drawn at any size. */
export class Cells {
  readonly canvas: HTMLCanvasElement;
  readonly #image: ImageData;

  constructor(width: number, height: number) {
    this.canvas = element("canvas", { width, height });
    this.#image = new ImageData(width, height);
  }

  /** @param cell gives a colour, and its share in the cell: the rest is ground */
  paint(ground: Rgb, cell: (index: number) => readonly [color: Rgb, share: number]): void {
    const { data } = this.#image;
    for (let i = 0; i < data.length / 4; i++) {
      const [color, share] = cell(i);
      for (let c = 0; c < 3; c++) data[4 * i + c] = ground[c]! + share * (color[c]! - ground[c]!);
      data[4 * i + 3] = 255;
    }
    this.canvas.getContext("2d")!.putImageData(this.#image, 0, 0);
  }
}
