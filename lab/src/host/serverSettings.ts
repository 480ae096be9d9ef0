import { IServerSettings, ServerConnection, type ServiceManagerPlugin } from "@jupyterlab/services";
import type { Images } from "./images";

/** How the page reaches what serves it: a server over the network, or one that runs in the page. */
export interface Host {
  readonly fetch: (request: RequestInfo, init?: RequestInit) => Promise<Response>;
  readonly WebSocket: typeof WebSocket;
  readonly images?: Images;
}

/** Every request and every socket of the page goes through these settings. */
export function serverSettingsPlugin({ fetch, WebSocket }: Host): ServiceManagerPlugin<ServerConnection.ISettings> {
  return {
    id: "@two-layer-net/lab:server-settings",
    autoStart: true,
    provides: IServerSettings,
    activate: () => ServerConnection.makeSettings({ fetch, WebSocket, appendToken: false }),
  };
}
