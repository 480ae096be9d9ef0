/** Kernels, sessions and the relay of a server, with a kernel that starts at once. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeV1, encodeV1, SUBPROTOCOL } from "../../../src/jupyter/server/kernels/channelFrames.js";
import type { ChannelMessage } from "../../../src/jupyter/server/kernels/kernels.js";
import { describeKernels } from "./kernelsTable.js";
import { OF_A_SERVER } from "./labHost.js";
import { labForTests, smallSpec } from "./labUnderTest.js";

const broken = smallSpec("broken");
const lab = labForTests({ specs: [smallSpec(), { ...broken, spec: { ...broken.spec, argv: [process.execPath, "-e", "console.error('no such thing'); process.exit(3)"] } }] });
beforeAll(() => void mkdirSync(join(lab.folder, "notebooks/ko")));

describeKernels({
  ask: (...asked) => lab.ask(...asked),
  open: (kernel) => lab.open(kernel),
  placeOf: (folder) => join(lab.folder, "notebooks", folder),
  ways: OF_A_SERVER,
});

describe("what only processes and sockets can do", () => {
  let kernel: string;
  beforeAll(async () => {
    kernel = (await lab.ask("POST", "/api/kernels", { name: "small" })).json.id;
  });

  it("say why a kernel did not start, in its own words", async () => {
    const { status, json } = await lab.ask("POST", "/api/sessions", { path: "x.ipynb", type: "notebook", name: "", kernel: { name: "broken" } });
    expect(status).toBe(500);
    expect(json.message).toMatch(/^startKernel: expected kernel broken to answer, got exit status 3\nno such thing/);
    expect((await lab.ask("GET", "/api/sessions")).json.map(({ path }: any) => path)).not.toContain("x.ipynb");
  });

  it("passes buffers both ways, in binary and in JSON", async () => {
    const { socket } = await lab.open(kernel, [SUBPROTOCOL]);
    expect(socket.protocol).toBe(SUBPROTOCOL);
    const header = { msg_id: "b", msg_type: "execute_request", session: "s", username: "u", date: "", version: "5.3" };
    const parts = [header, {}, {}, { code: "buffers" }].map((part) => Buffer.from(JSON.stringify(part)));
    const shown = new Promise<ChannelMessage>((resolve) =>
      socket.on("message", (data: Buffer) => {
        const message = decodeBack(data);
        if (JSON.parse(String(message.parts[0])).msg_type === "display_data") resolve(message);
      }));
    socket.send(encodeV1({ channel: "shell", parts: [...parts, Buffer.from("one"), Buffer.from([0, 255])] }));
    const { channel, parts: shownParts } = await shown;
    expect([channel, JSON.parse(String(shownParts[3])).data["text/plain"]]).toEqual(["iopub", "2"]);
    expect(shownParts.slice(4).map((buffer) => [...buffer])).toEqual([[..."one"].map((sign) => sign.charCodeAt(0)), [0, 255]]);
    socket.terminate();
  });

  it("refuses what is no message, and text where binary was agreed", async () => {
    const closed = async (protocols: string[], data: Buffer | string): Promise<number> => {
      const { socket } = await lab.open(kernel, protocols);
      const code = new Promise<number>((resolve) => socket.on("close", resolve));
      socket.send(data);
      return code;
    };
    expect(await closed([SUBPROTOCOL], "{}")).toBe(1003);
    expect(await closed([SUBPROTOCOL], Buffer.alloc(40, 255))).toBe(1007);
    expect(await closed([], "{}")).toBe(1007);
    expect(await closed([], JSON.stringify({ channel: "iopub", header: {}, content: {} }))).toBe(1007);
    expect(await closed([], JSON.stringify({ channel: "shell", header: { msg_id: 1 }, content: {} }))).toBe(1007);
  });
});

/** As a page reads it: it hears iopub too. */
function decodeBack(data: Buffer): ChannelMessage {
  const copy = Buffer.from(data);
  const start = Number(copy.readBigUInt64LE(8));
  if (copy.subarray(start, start + 5).toString() !== "iopub") return decodeV1(copy);
  copy.write("stdin", start);
  return { ...decodeV1(copy), channel: "iopub" };
}
