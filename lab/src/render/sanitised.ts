import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { htmlRendererFactory, type IRenderMime, IRenderMimeRegistry, markdownRendererFactory, RenderedHTML, RenderedMarkdown } from "@jupyterlab/rendermime";

/**
 * HTML and Markdown are sanitised whoever wrote them. The page's policy keeps scripts from running, but not a
 * `<meta>` from leading the page away, nor a `<style>` from hiding it; and what our cells show loses nothing by it.
 */
const untrusted = (model: IRenderMime.IMimeModel): IRenderMime.IMimeModel => ({
  data: model.data,
  metadata: model.metadata,
  trusted: false,
  setData: (options) => model.setData(options),
});

class SanitisedHtml extends RenderedHTML {
  override render(model: IRenderMime.IMimeModel): Promise<void> {
    return super.render(untrusted(model));
  }
}

class SanitisedMarkdown extends RenderedMarkdown {
  override render(model: IRenderMime.IMimeModel): Promise<void> {
    return super.render(untrusted(model));
  }
}

export const sanitised: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:sanitised",
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (_, registry: IRenderMimeRegistry) => {
    // One before Jupyter's own.
    const before = ({ defaultRank = 100 }: IRenderMime.IRendererFactory) => defaultRank - 1;
    registry.addFactory({ ...htmlRendererFactory, createRenderer: (options) => new SanitisedHtml(options) }, before(htmlRendererFactory));
    registry.addFactory({ ...markdownRendererFactory, createRenderer: (options) => new SanitisedMarkdown(options) }, before(markdownRendererFactory));
  },
};
