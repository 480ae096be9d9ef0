import { startLab } from "./startLab";

// The only place that takes anything from the window: a page without a server gives its own.
void startLab({ fetch: (request, init) => window.fetch(request, init), WebSocket: window.WebSocket });
