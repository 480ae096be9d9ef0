import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { imageRendererFactory, type IRenderMime, IRenderMimeRegistry, RenderedImage, svgRendererFactory } from "@jupyterlab/rendermime";
import { ITranslator } from "@jupyterlab/translation";
import { alternativeText } from "./alternativeText";

const SVG = "image/svg+xml";

/** A picture with its alternative text, which Jupyter's renderer leaves out. An SVG is one too: in an `<img>` it runs nothing. */
class Picture extends RenderedImage {
  private readonly mime: string;
  private readonly unnamed: string;

  constructor(options: IRenderMime.IRendererOptions, unnamed: string) {
    super(options);
    this.mime = options.mimeType;
    this.unnamed = unnamed;
  }

  override async render(model: IRenderMime.IMimeModel): Promise<void> {
    await super.render(model);
    const picture = this.node.querySelector("img")!;
    if (this.mime === SVG) picture.src = `data:${SVG},${encodeURIComponent(String(model.data[SVG]))}`;
    picture.alt = alternativeText(model) ?? this.unnamed;
  }
}

export const picture: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:picture",
  autoStart: true,
  requires: [IRenderMimeRegistry, ITranslator],
  activate: (_, registry: IRenderMimeRegistry, translator: ITranslator) => {
    const unnamed = translator.load("two_layer_net").__("Picture without a description");
    for (const factory of [imageRendererFactory, svgRendererFactory]) {
      // One before Jupyter's own.
      registry.addFactory({ ...factory, safe: true, createRenderer: (options) => new Picture(options, unnamed) }, (factory.defaultRank ?? 100) - 1);
    }
  },
};
