/** The lab as a process of its own, and kernels as a page of it has them. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";

/** The kernel that it keeps ready starts with it, and makes itself warm. */
const WARM_MS = 5000;

/** @param use gets the address and the token of a lab that has a warm kernel */
export async function withLab(use) {
  const program = fileURLToPath(new URL("../dist/cli/lab.js", import.meta.url));
  const child = spawn(process.execPath, [program, "--no-browser", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  try {
    const { value: line = "nothing" } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
    const address = /http:\S+/.exec(line)?.[0];
    if (address === undefined) throw new Error(`withLab: expected the lab to print its address, got ${line}`);
    const { origin, searchParams } = new URL(address);
    await sleep(WARM_MS);
    return await use({ origin, token: searchParams.get("token") });
  } finally {
    child.kill();
    await ended;
  }
}

/** A kernel of the lab that has answered; `run` takes code, and resolves with the content of the reply. */
export async function openKernel({ origin, token }) {
  const response = await fetch(`${origin}/api/kernels`, { method: "POST", headers: { authorization: `token ${token}` }, body: "{}" });
  if (!response.ok) throw new Error(`openKernel: expected the lab to give a kernel, got ${response.status} and ${await response.text()}`);
  const { id } = await response.json();
  const socket = new WebSocket(`${origin.replace("http", "ws")}/api/kernels/${id}/channels?session_id=bench&token=${token}`);
  const waiting = new Map();
  socket.on("message", (text) => {
    const { channel, parent_header, content } = JSON.parse(text);
    if (channel === "shell") waiting.get(parent_header.msg_id)?.(content);
  });
  await once(socket, "open");
  await ask("kernel_info_request", {});
  return {
    run: (code) => ask("execute_request", { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: false }),
    close: () => socket.terminate(),
  };

  function ask(type, content) {
    const header = { msg_id: randomUUID(), msg_type: type, session: "bench", username: "bench", date: new Date().toISOString(), version: "5.3" };
    socket.send(JSON.stringify({ channel: "shell", header, parent_header: {}, metadata: {}, content }));
    return new Promise((resolve) => waiting.set(header.msg_id, resolve));
  }
}
