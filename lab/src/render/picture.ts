import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { imageRendererFactory, type IRenderMime, IRenderMimeRegistry, RenderedImage } from "@jupyterlab/rendermime";
import { ITranslator } from "@jupyterlab/translation";
import { alternativeText } from "./alternativeText";

/** A picture with its alternative text, which Jupyter's renderer leaves out. */
class Picture extends RenderedImage {
  constructor(options: IRenderMime.IRendererOptions, private readonly unnamed: string) {
    super(options);
  }

  override async render(model: IRenderMime.IMimeModel): Promise<void> {
    await super.render(model);
    this.node.querySelector("img")!.alt = alternativeText(model) ?? this.unnamed;
  }
}

export const picture: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:picture",
  autoStart: true,
  requires: [IRenderMimeRegistry, ITranslator],
  activate: (_, registry: IRenderMimeRegistry, translator: ITranslator) => {
    const trans = translator.load("two_layer_net");
    registry.addFactory({
      ...imageRendererFactory,
      // Before Jupyter's own, which has the same rank.
      createRenderer: (options) => new Picture(options, trans.__("Picture without a description")),
    }, (imageRendererFactory.defaultRank ?? 90) - 1);
  },
};
