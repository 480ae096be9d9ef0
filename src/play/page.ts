/**
 * What runs in the page: mounts each inhabitant that waits in `window.twoLayerNetPlay`, and from then on each that
 * is pushed, into the place marked with its id. The picture in that place stays until that succeeds.
 */
import { useBackend } from "../index.js";
import { backprop } from "./backprop/backprop.js";
import { playground } from "./playground/playground.js";
import type { PlaySpec } from "./spec.js";
import { type Inhabitant, stageIn } from "./stage.js";

interface Waiting extends PlaySpec {
  readonly id: string;
}

const inhabitants: Partial<Readonly<Record<string, Inhabitant>>> = { backprop, playground };

/** A front end may put a place into the document only after the script in it has run: looks, and milliseconds between them. */
const [LOOKS, BETWEEN] = [50, 100];

/**
 * Mounts an inhabitant.
 *
 * @returns what takes it away again
 * @throws {Error} if there is none of the kind, or it cannot draw
 */
function mount(place: HTMLElement, spec: PlaySpec): () => void {
  const found = inhabitants[spec.kind];
  if (found === undefined) throw new Error(`twoLayerNetPlay: expected one of ${Object.keys(inhabitants).join(", ")}, got ${JSON.stringify(spec.kind)}`);
  // Pages forbid WebAssembly along with eval; so small a network does not miss it.
  useBackend("plain");
  const end = new AbortController();
  found.start(stageIn(place, found.style, spec.language === "ko" ? "ko" : "en", end.signal), spec);
  return () => end.abort();
}

function push(waiting: Waiting, looks = LOOKS): void {
  const places = document.querySelectorAll<HTMLElement>(`[data-play="${CSS.escape(waiting.id)}"]:not([data-mounted])`);
  for (const place of places) {
    place.setAttribute("data-mounted", "");
    const live = document.createElement("div");
    place.append(live);
    try {
      mount(live, waiting);
      place.replaceChildren(live);
    } catch (error) {
      live.remove();
      console.error(error);
    }
  }
  if (places.length === 0 && looks > 0) setTimeout(() => push(waiting, looks - 1), BETWEEN);
}

declare global {
  interface Window {
    twoLayerNetPlay?: { push(waiting: Waiting): void; mount?: typeof mount } | Waiting[];
  }
}

const before = window.twoLayerNetPlay;
if (before === undefined || Array.isArray(before)) {
  window.twoLayerNetPlay = { push, mount };
  before?.forEach((waiting) => push(waiting));
}
