import { EditorView } from "@codemirror/view";
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { EditorExtensionRegistry, IEditorExtensionRegistry } from "@jupyterlab/codemirror";
import { ITranslator, type TranslationBundle } from "@jupyterlab/translation";

/** Names for those who do not see them, of controls that Jupyter leaves without one, or with an English one. */
export const controlNames: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:control-names",
  autoStart: true,
  requires: [ITranslator, IEditorExtensionRegistry],
  activate: (_, translator: ITranslator, extensions: IEditorExtensionRegistry) => {
    const trans = translator.load("two_layer_net");
    const name = EditorView.contentAttributes.of({ "aria-label": trans.__("Text to edit") });
    extensions.addExtension({ name: "two-layer-net:name", factory: () => EditorExtensionRegistry.createImmutableExtension(name) });
    nameWithin(document.body, trans);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLElement) nameWithin(node.parentElement ?? node, trans);
    }).observe(document.body, { childList: true, subtree: true });
  },
};

function nameWithin(element: HTMLElement, trans: TranslationBundle): void {
  for (const button of element.querySelectorAll(".jp-collapseHeadingButton:not([aria-label])")) {
    button.setAttribute("aria-label", trans.__("Fold or unfold what is below this heading"));
  }
  for (const button of element.querySelectorAll('.jp-Toolbar-responsive-opener [title="More commands"]')) {
    for (const attribute of ["title", "aria-label"]) button.setAttribute(attribute, trans.__("More tools"));
  }
  // A feed is made of articles, which cells are not.
  for (const cells of element.querySelectorAll('.jp-WindowedPanel-viewport[role="feed"]')) cells.setAttribute("role", "group");
  // The first stop of the Tab key as it is: an order of its own is not needed, and misleads.
  for (const link of element.querySelectorAll('.skip-link[tabindex="1"]')) link.setAttribute("tabindex", "0");
}
