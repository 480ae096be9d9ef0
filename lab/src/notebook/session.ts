import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import type { ISessionContext } from "@jupyterlab/apputils";
import { type INotebookModel, INotebookTracker, type NotebookPanel } from "@jupyterlab/notebook";

const begun = new WeakMap<ISessionContext, Promise<void>>();

/** Until the notebook of this session is loaded, and has the kernel that it names. */
export async function sessionOf(context: ISessionContext): Promise<void> {
  await begun.get(context);
}

/**
 * A notebook asks for its kernel as soon as it is loaded. Jupyter asks after the notebook's checkpoints were read, and
 * knows only then which kernel it is: a key pressed before would start a session without that name.
 */
export const session: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:session",
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_app, tracker: INotebookTracker) => {
    tracker.widgetAdded.connect((_, panel) => {
      begun.set(panel.sessionContext, begin(panel));
    });
  },
};

async function begin({ context, content, sessionContext }: NotebookPanel): Promise<void> {
  // What is there before is no notebook but an empty cell, and who types into it loses what was typed.
  content.node.style.visibility = "hidden";
  await context.ready;
  content.node.style.visibility = "";
  const { defaultKernelName, defaultKernelLanguage } = context.model;
  context.model.metadataChanged.connect(keepClean);
  const { kernelPreference } = sessionContext;
  sessionContext.kernelPreference = { ...kernelPreference, name: defaultKernelName || kernelPreference.name, language: defaultKernelLanguage };
  await sessionContext.initialize();
}

/** The kernel says more of its language than the notebook does. That alone is nobody's change, and nothing to save. */
function keepClean(model: INotebookModel, { key }: { readonly key: string }): void {
  // Told before the model is dirty of it.
  if (key === "language_info" && !model.dirty) queueMicrotask(() => { model.dirty = false; });
}
