/** What stands for `WebSocket` in a page that is its own server. */
import { decodeV1, encodeV1, SUBPROTOCOL } from "../server/kernels/channelFrames.js";
import type { Kernels, Line, Tab } from "../server/kernels/kernels.js";

const CHANNELS = /\/api\/kernels\/([\w-]+)\/channels$/;
/** Codes of the WebSocket protocol. */
const GOING_AWAY = 1001;
const ABNORMAL = 1006;

type Handler<Kind extends Event> = ((event: Kind) => unknown) | null;

/** A class of sockets that lead to these kernels; one for anything else is open and silent, as a client asks again for what is refused. */
export function channelSocket(kernels: Kernels): typeof WebSocket {
  class ChannelSocket extends EventTarget {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly url: string;
    readonly protocol = SUBPROTOCOL;
    readonly extensions = "";
    readonly bufferedAmount = 0;
    binaryType: BinaryType = "arraybuffer";
    readyState = ChannelSocket.CONNECTING;
    onopen: Handler<Event> = null;
    onmessage: Handler<MessageEvent> = null;
    onclose: Handler<CloseEvent> = null;
    onerror: Handler<Event> = null;
    private line: Line | null = null;

    constructor(url: string | URL) {
      super();
      this.url = String(url);
      // Who made it hangs its handlers on first.
      setTimeout(() => this.open());
    }

    send(data: ArrayBuffer | Uint8Array): void {
      this.line?.receive(decodeV1(data instanceof Uint8Array ? data : new Uint8Array(data)));
    }

    close(code = 1000, reason = ""): void {
      if (this.readyState >= ChannelSocket.CLOSING) return;
      this.readyState = ChannelSocket.CLOSED;
      this.line?.close();
      this.line = null;
      setTimeout(() => this.tell("close", new CloseEvent("close", { code, reason, wasClean: code !== ABNORMAL })));
    }

    private open(): void {
      if (this.readyState !== ChannelSocket.CONNECTING) return;
      const [, id] = CHANNELS.exec(new URL(this.url).pathname) ?? [];
      if (id !== undefined && kernels.find(id) === undefined) {
        this.tell("error", new Event("error"));
        return this.close(ABNORMAL);
      }
      this.readyState = ChannelSocket.OPEN;
      // Before it says that it is open: who hears that sends at once.
      if (id !== undefined) this.line = kernels.connect(id, this.tab());
      this.tell("open", new Event("open"));
    }

    private tab(): Tab {
      return {
        send: (message) => {
          const data = encodeV1(message).buffer;
          // As a socket does: no handler runs within what was sent.
          queueMicrotask(() => {
            if (this.readyState === ChannelSocket.OPEN) this.tell("message", new MessageEvent("message", { data }));
          });
        },
        close: () => this.close(GOING_AWAY),
      };
    }

    private tell(kind: "open" | "message" | "close" | "error", event: Event): void {
      (this[`on${kind}`] as Handler<Event>)?.call(this, event);
      this.dispatchEvent(event);
    }
  }
  return ChannelSocket as unknown as typeof WebSocket;
}
