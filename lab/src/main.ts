import type { Host } from "./host/serverSettings";
import { startLab } from "./startLab";

/** Under this name a script before this one leaves what serves the page, where no server does. */
const HOST = Symbol.for("two-layer-net.host");

// The only place that takes anything from the window.
const left = (globalThis as { [HOST]?: Host })[HOST];
void startLab(left ?? { fetch: (request, init) => window.fetch(request, init), WebSocket: window.WebSocket });
