/** A WebSocket as a page at a kernel. */
import type { WebSocket } from "ws";
import { decodeJson, decodeV1, encodeJson, encodeV1, SUBPROTOCOL } from "../kernels/channelFrames.js";
import type { ChannelMessage, Kernels, Line, Tab } from "../kernels/kernels.js";
import { fieldsIn } from "../kernels/parts.js";

/** Bytes that may wait for a page before the kernel has to, and how many are few enough to go on. */
const FULL = 16_000_000;
const ROOM = 4_000_000;
/** A page that takes nothing for so long has no say in when others go on. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 20;
/** Codes of the WebSocket protocol. */
const GOING_AWAY = 1001;
const UNSUPPORTED = 1003;
const INVALID = 1007;

/** Connects the page to the kernel until one of them goes. */
export function serveKernel(socket: WebSocket, kernels: Kernels, id: string): void {
  const isV1 = socket.protocol === SUBPROTOCOL;
  const tab: Tab = {
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(isV1 ? encodeV1(message) : encodeJson(message));
      if (socket.bufferedAmount > FULL) return room(socket);
    },
    close: () => socket.close(GOING_AWAY),
  };
  const line: Line = kernels.connect(id, tab);
  socket.on("message", (data: Buffer, isBinary) => {
    let message: ChannelMessage;
    try {
      if (isV1 && !isBinary) return socket.close(UNSUPPORTED, "expected binary frames");
      message = isV1 ? decodeV1(data) : decodeJson(isBinary ? data : data.toString());
      const { msg_id, msg_type } = fieldsIn(message.parts[0]);
      if (typeof msg_id !== "string" || typeof msg_type !== "string") return socket.close(INVALID, "expected a header with msg_id and msg_type");
    } catch (error) {
      return socket.close(INVALID, (error as Error).message.slice(0, 100));
    }
    line.receive(message);
  });
  socket.on("close", () => line.close());
  // What is wrong with a connection ends it, and its end is what matters here.
  socket.on("error", () => socket.terminate());
}

/** Resolves when the page has taken most of what waits, or is gone. */
async function room(socket: WebSocket): Promise<void> {
  let [least, since] = [socket.bufferedAmount, performance.now()];
  while (socket.readyState === socket.OPEN && socket.bufferedAmount > ROOM) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (socket.bufferedAmount < least) [least, since] = [socket.bufferedAmount, performance.now()];
    else if (performance.now() - since > PATIENCE_MS) socket.terminate();
  }
}
