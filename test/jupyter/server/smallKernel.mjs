/**
 * A kernel that starts at once and does what a cell names: `ask`, `die`, `sleep <ms>`, `print <text>`, `flood <MB>`, `update <n>`, `folder`.
 * It speaks the wire protocol by itself, so that what both ends of ours might have in common is not trusted.
 */
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { Publisher, Reply, Router } from "zeromq";

const connection = JSON.parse(readFileSync(process.argv[2], "utf8"));
const parent = process.ppid;
const sockets = { shell: new Router(), control: new Router(), stdin: new Router({ mandatory: true }), iopub: new Publisher({ sendHighWaterMark: 0 }), hb: new Reply() };
for (const [name, socket] of Object.entries(sockets)) await socket.bind(`tcp://${connection.ip}:${connection[`${name}_port`]}`);
setInterval(() => process.ppid !== parent && process.exit(1), 100);
let [count, stop] = [0, null];
let sending = Promise.resolve();

function send(socket, identities, type, content, parentHeader, buffers = []) {
  const header = { msg_id: randomUUID(), msg_type: type, session: "kernel", username: "kernel", date: new Date().toISOString(), version: "5.3" };
  const parts = [header, parentHeader, {}, content].map((part) => JSON.stringify(part));
  const hmac = createHmac("sha256", connection.key);
  for (const part of parts) hmac.update(part);
  const frames = [...identities, "<IDS|MSG>", hmac.digest("hex"), ...parts, ...buffers];
  return (sending = sending.then(() => sendReachable(socket, frames)));
}

/** A client's shell may be there before its stdin; one that is gone for good is given up. */
async function sendReachable(socket, frames) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await socket.send(frames);
    } catch (error) {
      if (error.code !== "EHOSTUNREACH") throw error;
      await delay(20);
    }
  }
}

async function read(socket, handle) {
  for await (const frames of socket) {
    const start = frames.findIndex((frame) => String(frame) === "<IDS|MSG>");
    const [header, , , content] = frames.slice(start + 2, start + 6).map((frame) => JSON.parse(String(frame)));
    await handle({ identities: frames.slice(0, start), header, content, buffers: frames.slice(start + 6) });
  }
}

const publish = (type, content, header, buffers) => send(sockets.iopub, [type], type, content, header, buffers);

async function execute({ identities, header, content: { code }, buffers }) {
  const text = (words, name = "stdout") => publish("stream", { name, text: words }, header);
  const interrupted = new Promise((done) => (stop = done));
  await publish("execute_input", { code, execution_count: ++count }, header);
  const [word, rest = ""] = code.split(/ (.*)/s);
  if (word === "die") process.exit(7);
  if (word === "print") await text(`${rest}\n`);
  if (word === "folder") await text(process.cwd());
  if (word === "count") await text(String(count));
  if (word === "buffers") await publish("display_data", { data: { "text/plain": String(buffers.length) }, metadata: {}, transient: {} }, header, buffers);
  if (word === "sleep") await Promise.race([delay(Number(rest)), interrupted]);
  if (word === "flood") for (let i = 0; i < Number(rest) * 20; i++) await text("x".repeat(50_000));
  if (word === "update") {
    const display = (n) => ({ data: { "text/plain": `${n}` }, metadata: {}, transient: { display_id: "bar" } });
    await publish("display_data", display(0), header);
    for (let n = 1; n <= Number(rest); n++) await publish("update_display_data", display(n), header);
  }
  if (word === "ask") {
    const answered = new Promise((done) => (stop = done));
    await send(sockets.stdin, identities, "input_request", { prompt: "name? ", password: false }, header);
    await text(`hello ${await answered}`);
  }
  await send(sockets.shell, identities, "execute_reply", { status: "ok", execution_count: count, user_expressions: {}, payload: [] }, header);
}

async function answer(message) {
  const { header, identities } = message;
  await publish("status", { execution_state: "busy" }, header);
  if (header.msg_type === "execute_request") await execute(message);
  if (header.msg_type === "kernel_info_request") {
    const info = { status: "ok", protocol_version: "5.3", implementation: "small", implementation_version: "1", banner: "", help_links: [] };
    await send(sockets.shell, identities, "kernel_info_reply", { ...info, language_info: { name: "words", version: "1", mimetype: "text/plain", file_extension: ".txt" } }, header);
  }
  await publish("status", { execution_state: "idle" }, header);
}

void read(sockets.shell, answer);
void read(sockets.stdin, ({ content }) => stop?.(content.value));
void read(sockets.control, async ({ header, identities }) => {
  await send(sockets.control, identities, header.msg_type.replace("request", "reply"), { status: "ok" }, header);
  if (header.msg_type === "interrupt_request") stop?.();
  if (header.msg_type === "shutdown_request") setTimeout(() => process.exit(0), 10);
});
