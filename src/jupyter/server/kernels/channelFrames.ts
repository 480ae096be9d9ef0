/**
 * Messages as they go over a WebSocket: in binary by the subprotocol `v1.kernel.websocket.jupyter.org`, or as JSON for
 * clients that ask for none.
 *
 * Source: "WebSocket protocols" of Jupyter Server, https://jupyter-server.readthedocs.io/en/stable/developers/websocket-protocols.html
 */
import { isFields } from "../request.js";
import type { Channel, ChannelMessage } from "./kernels.js";

export const SUBPROTOCOL = "v1.kernel.websocket.jupyter.org";

const PARTS = ["header", "parent_header", "metadata", "content"] as const;
const CHANNELS: readonly string[] = ["control", "iopub", "shell", "stdin"];
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The number of offsets, the offsets in 8 bytes each, the channel and the parts; the last offset is the end. */
export function encodeV1({ channel, parts }: ChannelMessage): Uint8Array {
  const pieces = [encoder.encode(channel), ...parts];
  const count = pieces.length + 1;
  const size = pieces.reduce((sum, { length }) => sum + length, 8 * (1 + count));
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(count), true);
  let offset = 8 * (1 + count);
  for (const [index, piece] of pieces.entries()) {
    view.setBigUint64(8 * (1 + index), BigInt(offset), true);
    bytes.set(piece, offset);
    offset += piece.length;
  }
  view.setBigUint64(8 * count, BigInt(size), true);
  return bytes;
}

/**
 * Inverts {@link encodeV1}.
 *
 * @throws {RangeError} if the offsets do not lead through the bytes in order, or name less than a channel and four parts
 * @throws {TypeError} if the channel is none that a client sends on
 */
export function decodeV1(bytes: Uint8Array): ChannelMessage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < 8 ? 0 : Number(view.getBigUint64(0, true));
  const start = 8 * (1 + count);
  if (count < PARTS.length + 2 || start > bytes.length) throw new RangeError(`decodeV1: expected 6 offsets or more, got ${count} in ${bytes.length} bytes`);
  const offsets = Array.from({ length: count }, (_, index) => Number(view.getBigUint64(8 * (1 + index), true)));
  const inOrder = offsets.every((offset, index) => offset >= (offsets[index - 1] ?? start) && offset <= bytes.length);
  if (!inOrder) throw new RangeError(`decodeV1: expected offsets in order up to ${bytes.length}, got others`);
  const [channel, ...parts] = offsets.slice(1).map((end, index) => bytes.subarray(offsets[index], end));
  return { channel: channelOf("decodeV1", decoder.decode(channel)), parts };
}

/** One JSON object; with buffers, their number and offsets in 4 bytes each, the JSON and the buffers. */
export function encodeJson({ channel, parts }: ChannelMessage): Uint8Array | string {
  const fields = PARTS.map((name, index) => `"${name}":${decoder.decode(parts[index])}`);
  const header = JSON.parse(decoder.decode(parts[0])) as { msg_id?: unknown; msg_type?: unknown };
  const ids = `"msg_id":${JSON.stringify(header.msg_id ?? "")},"msg_type":${JSON.stringify(header.msg_type ?? "")}`;
  const text = `{"channel":"${channel}",${ids},${fields.join(",")},"buffers":[]}`;
  const buffers = parts.slice(PARTS.length);
  if (buffers.length === 0) return text;
  const pieces = [encoder.encode(text), ...buffers];
  const start = 4 * (1 + pieces.length);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, start));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, pieces.length);
  let offset = start;
  for (const [index, piece] of pieces.entries()) {
    view.setUint32(4 * (1 + index), offset);
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

/**
 * Inverts {@link encodeJson}.
 *
 * @throws {TypeError} if it is not a JSON object, has not the four parts, or names no channel
 * @throws {RangeError} if the offsets of buffers do not lead through the bytes in order
 */
export function decodeJson(message: Uint8Array | string): ChannelMessage {
  const [first, ...buffers] = typeof message === "string" ? [] : pieces(message);
  const text = typeof message === "string" ? message : decoder.decode(first);
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    fields = undefined;
  }
  if (!isFields(fields) || !PARTS.every((name) => name === "parent_header" || name === "metadata" || isFields(fields[name]))) {
    throw new TypeError(`decodeJson: expected a message with header and content, got ${text.length} characters that are none`);
  }
  const { channel, ...rest } = fields;
  const parts = PARTS.map((name) => encoder.encode(JSON.stringify(isFields(rest[name]) ? rest[name] : {})));
  return { channel: channelOf("decodeJson", channel ?? "shell"), parts: [...parts, ...buffers] };
}

function pieces(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < 4 ? 0 : view.getUint32(0);
  const start = 4 * (1 + count);
  if (count < 1 || start > bytes.length) throw new RangeError(`decodeJson: expected offsets of buffers, got ${bytes.length} bytes without them`);
  const offsets = Array.from({ length: count }, (_, index) => view.getUint32(4 * (1 + index)));
  const inOrder = offsets.every((offset, index) => offset >= (offsets[index - 1] ?? start) && offset <= bytes.length);
  if (!inOrder) throw new RangeError(`decodeJson: expected offsets in order up to ${bytes.length}, got others`);
  return offsets.map((offset, index) => bytes.subarray(offset, offsets[index + 1] ?? bytes.length));
}

function channelOf(reader: string, value: unknown): Channel {
  if (typeof value === "string" && CHANNELS.includes(value) && value !== "iopub") return value as Channel;
  throw new TypeError(`${reader}: expected channel shell, control or stdin, got ${JSON.stringify(value)}`);
}
