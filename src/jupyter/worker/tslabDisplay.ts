/** What cells get from `import { display } from "tslab"`: the part of tslab that shows things. */
import type { DisplayContent, SendDisplay } from "../display/kernelDisplay.js";
import { newId } from "../protocol/messages.js";

/** MIME types by the names of methods. */
const TYPES = {
  javascript: "text/javascript",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  pdf: "application/pdf",
  text: "text/plain",
} as const;

type Content = string | Uint8Array;
type Display = Record<keyof typeof TYPES, (content: Content) => void> & { raw(type: string, content: Content): void };

/** @param send sends what is displayed; it may be another from cell to cell */
export function tslabDisplay(send: SendDisplay, versions: { readonly typescript: string }): object {
  return { __esModule: true, display: createDisplay(), newDisplay: () => createDisplay(newId()), versions: { tslab: "in a page", node: "none", ...versions } };

  /** @param id of an output that is shown once, and replaced from then on */
  function createDisplay(id?: string): Display {
    let isShown = false;
    const raw = (type: string, content: Content): void => {
      const shown = { data: { [type]: content }, metadata: {}, transient: id === undefined ? {} : { display_id: id } };
      send(shown as unknown as DisplayContent, isShown);
      isShown = id !== undefined;
    };
    const methods = Object.entries(TYPES).map(([name, type]) => [name, (content: Content) => raw(type, content)] as const);
    return { ...(Object.fromEntries(methods) as Record<keyof typeof TYPES, (content: Content) => void>), raw };
  }
}
