/** The page's sockets: what is said the moment they open. */
import { expect, it } from "vitest";
import { channelSocket } from "../../../src/jupyter/page/channelSocket.js";
import { partsOf } from "../../../src/jupyter/page/workerParts.js";
import { createMessage } from "../../../src/jupyter/protocol/messages.js";
import { decodeV1, encodeV1 } from "../../../src/jupyter/server/kernels/channelFrames.js";
import type { ChannelMessage, Kernels } from "../../../src/jupyter/server/kernels/kernels.js";

it("has what is sent while it opens, and says nothing before it is open", async () => {
  const message = (type: string): ChannelMessage => ({ channel: "shell", parts: partsOf(createMessage(type, {}, "page")) });
  const typeOf = ({ parts }: ChannelMessage): string => (JSON.parse(new TextDecoder().decode(parts[0])) as { msg_type: string }).msg_type;
  const happened: string[] = [];
  const kernels = {
    find: () => ({}),
    connect: (_id, tab) => {
      void tab.send(message("status"));
      return { receive: (asked) => happened.push(`asked ${typeOf(asked)}`), close: () => {} };
    },
  } as Pick<Kernels, "connect"> & { find(): unknown } as unknown as Kernels;
  const Socket = channelSocket(kernels);
  const socket = new Socket("ws://page/api/kernels/0/channels?session_id=test");
  const told = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => resolve(void happened.push(`told ${typeOf(decodeV1(new Uint8Array(data as ArrayBuffer)))}`));
  });
  socket.onopen = () => {
    happened.push("open");
    socket.send(encodeV1(message("kernel_info_request")) as Uint8Array<ArrayBuffer>);
  };
  await told;
  expect(happened).toEqual(["open", "asked kernel_info_request", "told status"]);
});
