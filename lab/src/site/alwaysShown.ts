import type { JupyterFrontEnd } from "@jupyterlab/application";
import { Widget } from "@lumino/widgets";

/** Where Notebook hides its top, to have more room for the cells. */
const NARROW = "(max-width: 760px)";
const STRIP = "tln-Strip";

/** Puts a widget at the top of the page; on a narrow screen into a strip below it, as the top is not to be seen there. */
export function alwaysShown(shell: JupyterFrontEnd.IShell, widget: Widget, rank: number): void {
  if (!window.matchMedia(NARROW).matches) return void shell.add(widget, "top", { rank });
  Widget.attach(widget, document.getElementById(STRIP) ?? strip());
}

function strip(): HTMLElement {
  const made = document.createElement("footer");
  made.id = STRIP;
  document.body.append(made);
  document.body.classList.add("tln-mod-narrow");
  window.dispatchEvent(new Event("resize"));
  return made;
}
