/** Where an inhabitant lives in a page: a tree that the page's styles do not reach, light or dark as the page is. */
import { stageStyle } from "./stageStyle.js";
import type { Language, PlaySpec } from "./spec.js";

export interface Stage {
  /** All that is drawn goes in here. */
  readonly body: HTMLElement;
  /** Aborted when the place is given up: for listeners, and for whatever else has to end then. */
  readonly signal: AbortSignal;
  /** True for readers who want nothing to move by itself. */
  isStill(): boolean;
  /** A colour of the style sheet, such as `--line`, as it is in this light. */
  color(name: string): string;
  /** Calls back whenever light has become dark or the other way round. */
  onLight(draw: () => void): void;
}

/** One kind of thing to play with. */
export interface Inhabitant {
  /** Rules after those of the stage. */
  readonly style: string;
  /**
   * Draws itself on the stage, which is in the page already.
   *
   * @throws {RangeError | TypeError} if the options are none of its own
   */
  start(stage: Stage, spec: PlaySpec): void;
}

/**
 * Sets the stage in an element of the page.
 *
 * @param style of the inhabitant, after the stage's own
 * @param signal ends it
 */
export function stageIn(place: HTMLElement, style: string, language: Language, signal: AbortSignal): Stage {
  // Jupyter's shortcuts are not for keys that are pressed in here.
  place.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const type of ["keydown", "keypress", "keyup"]) place.addEventListener(type, (event) => event.stopPropagation(), { signal });
  const tree = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const sheet = document.createElement("style");
  sheet.textContent = stageStyle + style;
  const body = document.createElement("div");
  body.className = "stage";
  body.lang = language;
  tree.replaceChildren(sheet, body);
  const draws: (() => void)[] = [];
  const colors = new Map<string, string>();
  watchLight(signal, (dark) => {
    body.classList.toggle("dark", dark);
    colors.clear();
    for (const draw of draws) draw();
  });
  return {
    body,
    signal,
    isStill: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
    color: (name) => {
      const known = colors.get(name) ?? getComputedStyle(body).getPropertyValue(name).trim();
      colors.set(name, known);
      return known;
    },
    onLight: (draw) => void draws.push(draw),
  };
}

/** Tells at once, and at each change, whether it is dark: as JupyterLab or VS Code say, else as the reader's system does. */
function watchLight(signal: AbortSignal, tell: (dark: boolean) => void): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const look = (): void => {
    const { jpThemeLight, vscodeThemeKind } = document.body.dataset;
    if (jpThemeLight !== undefined) tell(jpThemeLight === "false");
    else if (vscodeThemeKind !== undefined) tell(/dark|high-contrast$/.test(vscodeThemeKind));
    else tell(system.matches);
  };
  system.addEventListener("change", look, { signal });
  const watch = new MutationObserver(look);
  watch.observe(document.body, { attributeFilter: ["data-jp-theme-light", "data-vscode-theme-kind"] });
  signal.addEventListener("abort", () => watch.disconnect());
  look();
}
