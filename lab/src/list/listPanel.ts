import type { TranslationBundle } from "@jupyterlab/translation";
import { notebookIcon } from "@jupyterlab/ui-components";
import type { Message } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import type { Entries } from "./entries";
import { entryItem } from "./entryItem";

/** The notebooks in reading order. */
export class ListPanel extends Widget {
  readonly head = document.createElement("div");
  private readonly list = document.createElement("ol");
  private readonly problem = document.createElement("p");

  /**
   * @param load asks for the entries
   * @param running paths of the notebooks that have a kernel
   */
  constructor(private readonly load: () => Promise<Entries>, private readonly running: () => ReadonlySet<string>, private readonly trans: TranslationBundle) {
    super();
    this.id = "tln-List";
    this.title.label = trans.__("Notebooks");
    this.title.icon = notebookIcon;
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", trans.__("Notebooks in reading order"));
    this.node.tabIndex = -1;
    this.problem.setAttribute("role", "status");
    this.node.append(this.head, this.problem, this.list);
  }

  /** Asks anew; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    try {
      const { notebooks } = await this.load();
      const focused = [...this.list.querySelectorAll("a")].findIndex((link) => link === document.activeElement);
      const running = this.running();
      this.list.replaceChildren(...notebooks.map((entry) => entryItem(entry, running.has(entry.path), this.trans)));
      this.problem.textContent = notebooks.length > 0 ? "" : this.trans.__("There are no notebooks in this folder. The tab Files shows what is.");
      if (focused >= 0) this.list.querySelectorAll("a")[focused]?.focus();
    } catch (error) {
      this.problem.textContent = this.trans.__("The list of notebooks could not be read: %1", error instanceof Error ? error.message : String(error));
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    void this.refresh();
  }
}
