import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { type IRenderMime, IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { type Message } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { pageScript } from "./pageScript";
import { showPicture } from "./showPicture";

const MIME_TYPE = "application/vnd.two-layer-net.play+json";

interface Play {
  /** Draws, and gives what takes it away again. */
  mount(place: HTMLElement, spec: unknown): () => void;
}

/** What is to be played with; the static picture until the script is there, or where it fails. */
class PlayRenderer extends Widget implements IRenderMime.IRenderer {
  private end: (() => void) | undefined;

  constructor() {
    super();
    this.addClass("tln-Play");
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    if (this.end === undefined) showPicture(this.node, model);
    await pageScript("playUrl", "/static/play.min.js");
    if (this.isDisposed) return;
    const live = document.createElement("div");
    this.node.append(live);
    const { mount } = (window as unknown as { twoLayerNetPlay: Play }).twoLayerNetPlay;
    const end = mount(live, structuredClone(model.data[MIME_TYPE]));
    this.end?.();
    this.end = end;
    this.node.replaceChildren(live);
  }

  protected override onBeforeDetach(message: Message): void {
    super.onBeforeDetach(message);
    if (this.isDisposed) this.end?.();
  }
}

export const play: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:play",
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (_, registry: IRenderMimeRegistry) => {
    // Before text/html, as a figure; what it is told is data, so safe.
    registry.addFactory({ safe: true, mimeTypes: [MIME_TYPE], createRenderer: () => new PlayRenderer() }, 0);
  },
};
