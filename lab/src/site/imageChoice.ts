import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ITranslator, type TranslationBundle } from "@jupyterlab/translation";
import type { Images, ImagesProgress, ImagesState } from "../host/images";
import { IListHead } from "../list/list";

const HOME = "https://www.cs.toronto.edu/~kriz/cifar.html";
const KINDS = ".gz,.tgz,.bin,.txt";

/** Above the list: which images the notebooks use, and the choice of others. */
export function imageChoice(images: Images): JupyterFrontEndPlugin<void> {
  return {
    id: "@two-layer-net/lab:image-choice",
    autoStart: true,
    requires: [ITranslator, IListHead],
    activate: (_, translator: ITranslator, head: HTMLElement) => {
      const choice = new ImageChoice(images, translator.load("two_layer_net"));
      head.append(choice.node);
      // They may be chosen in another tab of the browser.
      window.addEventListener("focus", () => void choice.refresh());
      void choice.refresh();
    },
  };
}

class ImageChoice {
  readonly node = document.createElement("section");
  private readonly state = document.createElement("strong");
  private readonly more = document.createElement("p");
  private readonly use = document.createElement("button");
  private readonly remove = document.createElement("button");
  private readonly progress = document.createElement("progress");
  private readonly problem = document.createElement("p");
  private isBusy = false;

  constructor(private readonly images: Images, private readonly trans: TranslationBundle) {
    const input = document.createElement("input");
    this.node.className = "tln-Images";
    this.node.setAttribute("aria-label", trans.__("Images"));
    this.state.setAttribute("role", "status");
    this.problem.setAttribute("role", "alert");
    this.more.className = "tln-Images-more";
    this.problem.className = "tln-Images-problem";
    this.progress.hidden = true;
    this.progress.setAttribute("aria-label", trans.__("Images"));
    Object.assign(input, { type: "file", multiple: true, accept: KINDS, hidden: true });
    input.onchange = () => {
      const files = [...(input.files ?? [])];
      // The same files may be chosen once more.
      input.value = "";
      if (files.length > 0) void this.take(files);
    };
    this.use.textContent = trans.__("Use CIFAR-10…");
    this.use.onclick = () => input.click();
    this.remove.textContent = trans.__("Remove");
    this.remove.onclick = () => void this.change(() => images.remove());
    this.node.append(this.state, this.use, this.remove, this.progress, input, this.more, this.problem);
  }

  async refresh(): Promise<void> {
    if (this.isBusy) return;
    const state = await this.images.state();
    this.node.classList.toggle("tln-mod-synthetic", state.kind === "synthetic");
    this.state.textContent = this.stateText(state);
    this.remove.hidden = state.kind !== "own";
    if (state.kind === "synthetic" || state.kind === "site") this.more.replaceChildren(...this.whereFrom());
    else this.more.replaceChildren();
  }

  private take(files: readonly File[]): Promise<void> {
    return this.change(() => this.images.take(files, (progress) => this.tell(progress)));
  }

  /** Does it and says what has become of it. */
  private async change(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = this.use.disabled = this.remove.disabled = true;
    this.problem.textContent = "";
    let problem = "";
    try {
      await work();
    } catch (error) {
      problem = (error as Error).message;
    }
    this.isBusy = this.use.disabled = this.remove.disabled = false;
    this.progress.hidden = true;
    await this.refresh();
    if (problem === "") this.more.prepend(this.trans.__("Notebooks that are open use them after Kernel > Restart Kernel."), " ");
    this.problem.textContent = problem;
  }

  private tell({ step, share }: ImagesProgress): void {
    const { trans } = this;
    this.progress.hidden = false;
    this.progress.value = share;
    const texts = { unpacking: trans.__("Unpacking…"), checking: trans.__("Checking…"), keeping: trans.__("Keeping…") };
    if (this.state.textContent !== texts[step]) this.state.textContent = texts[step];
  }

  private stateText({ kind, training, test }: ImagesState): string {
    const { trans } = this;
    const [train, rest] = [training, test].map((count) => count.toLocaleString("en"));
    switch (kind) {
      case "own": return trans.__("Images: your own CIFAR-10, %1 to train and validate with + %2 to test with. Kept in this browser only.", train, rest);
      case "site": return trans.__("Images: a part of CIFAR-10 that comes with this page, %1 to train and validate with + %2 to test with.", train, rest);
      case "folder": return trans.__("Images: those in the folder cifar-10-batches-bin of the tab Files. To use others, delete it there.");
      case "synthetic": return trans.__("Images: SYNTHETIC, not CIFAR-10. No accuracy on them says anything about photographs.");
    }
  }

  private whereFrom(): (Node | string)[] {
    const link = document.createElement("a");
    Object.assign(link, { href: HOME, textContent: "cifar-10-binary.tar.gz", target: "_blank", rel: "noreferrer" });
    const [before, after = ""] = this.trans.__("For all 60,000 photographs download %1 (170 MB) and choose it here, or its six .bin files. They stay in this browser.", "%1").split("%1");
    return [before!, link, after];
  }
}
