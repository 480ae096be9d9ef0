import { INotebookShell } from "@jupyter-notebook/application";
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { DocumentWidget } from "@jupyterlab/docregistry";
import { ITranslator, type TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { alwaysShown } from "./alwaysShown";
import { DOWNLOAD, DOWNLOAD_ALL } from "./download";

type Context = DocumentWidget["context"];

/** In ms: after the last key, and at most after the first that is not saved. */
const AFTER_LAST = 700;
const AFTER_FIRST = 4000;

/** Saves as one types, and says all the time where the work is and how to take it away. */
export const saving: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:saving",
  autoStart: true,
  requires: [ITranslator, INotebookShell],
  activate: ({ commands, shell }, translator: ITranslator, notebooks: INotebookShell) => {
    const trans = translator.load("two_layer_net");
    const note = new SavedNote(trans);
    alwaysShown(shell, note, 800);
    const watch = () => {
      const { currentWidget } = notebooks;
      if (currentWidget instanceof DocumentWidget) {
        saveAsOneTypes(currentWidget.context, note);
        note.offer(trans.__("Download"), () => void commands.execute(DOWNLOAD));
      } else note.offer(trans.__("Download all"), () => void commands.execute(DOWNLOAD_ALL));
    };
    notebooks.currentChanged.connect(watch);
    watch();
  },
};

/** "Saved in this browser only", with a button. */
class SavedNote extends Widget {
  private readonly words = document.createElement("span");
  private readonly button = document.createElement("button");

  constructor(private readonly trans: TranslationBundle) {
    super();
    this.id = "tln-Saved";
    this.words.setAttribute("role", "status");
    this.node.append(this.words, this.button);
    this.tell(true);
  }

  offer(label: string, download: () => void): void {
    this.button.textContent = label;
    this.button.onclick = download;
  }

  tell(isSaved: boolean): void {
    this.toggleClass("tln-mod-unsaved", !isSaved);
    this.words.textContent = isSaved ? this.trans.__("Saved in this browser only") : this.trans.__("Not saved: download it");
  }
}

const watched = new WeakSet<Context>();

function saveAsOneTypes(context: Context, note: SavedNote): void {
  if (watched.has(context)) return;
  watched.add(context);
  let [timer, since, changes, isSaving] = [0, 0, 0, false];
  const save = async (isLast = false) => {
    window.clearTimeout(timer);
    since = 0;
    // Which then goes on, unless the page goes.
    if (isSaving && !isLast) return;
    isSaving = true;
    try {
      while (context.isReady && context.model.dirty) {
        const before = changes;
        await context.save();
        // Jupyter takes what was typed meanwhile for saved.
        if (changes !== before) context.model.dirty = true;
      }
    } catch {
      // Whoever looks at the page is told why by the context itself.
    } finally {
      isSaving = false;
    }
  };
  context.model.contentChanged.connect(() => {
    const now = performance.now();
    changes++;
    since ||= now;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), Math.max(0, Math.min(AFTER_LAST, since + AFTER_FIRST - now)));
  });
  context.saveState.connect((_, state) => {
    if (state !== "started") note.tell(state !== "failed");
  });
  window.addEventListener("pagehide", () => void save(true));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") void save(true); });
}
