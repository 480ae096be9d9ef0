/**
 * The server as a client of other hands sees it: JupyterLab's own, which is installed with the sources of the front end
 * (`npm ci --prefix lab`).
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { findKernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";
import { labForTests, smallSpec } from "./labUnderTest.js";

const PROJECT = resolve(import.meta.dirname, "../../..");
const from = join(PROJECT, "lab/package.json");
const isInstalled = existsSync(join(PROJECT, "lab/node_modules/@jupyterlab/services/package.json"));
const own = smallSpec("two-layer-net");
const lab = labForTests({ specs: [{ ...own, spec: findKernelSpec("two-layer-net", [join(PROJECT, "jupyter")]) }, smallSpec()] });

describe.skipIf(!isInstalled)("@jupyterlab/services: skipped where lab/node_modules is missing", () => {
  let services: any;
  let settings: any;
  let contents: any;
  let sessions: any;
  let session: any;

  beforeAll(async () => {
    // It says on the console what it does.
    for (const level of ["debug", "info", "log", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
    services = createRequire(from)("@jupyterlab/services");
    settings = services.ServerConnection.makeSettings({
      baseUrl: `http://127.0.0.1:${lab.port}/`,
      appUrl: "/lab",
      wsUrl: `ws://127.0.0.1:${lab.port}/`,
      token: lab.lab.server.guard.token,
      appendToken: true,
      init: { cache: "no-store" },
      WebSocket,
    });
    const drive = new services.Drive({ serverSettings: settings });
    contents = new services.ContentsManager({ defaultDrive: drive, serverSettings: settings });
    const kernelManager = new services.KernelManager({ serverSettings: settings });
    sessions = new services.SessionManager({ kernelManager, serverSettings: settings });
    await sessions.ready;
    const { path } = await contents.newUntitled({ path: "", type: "notebook" });
    session = await sessions.startNew({ name: "", path, type: "notebook", kernel: { name: "two-layer-net" } });
    await session.kernel.info;
  }, 120_000);
  afterAll(async () => {
    await session?.shutdown();
    for (const manager of [session, sessions, contents]) manager?.dispose();
  });

  async function run(code: string): Promise<{ reply: any; text: string; outputs: any[] }> {
    const future = session.kernel.requestExecute({ code, stop_on_error: true });
    const outputs: any[] = [];
    future.onIOPub = (message: any) => outputs.push(message);
    const reply = await future.done;
    return { reply: reply.content, text: outputs.map(({ content }) => content.text ?? "").join(""), outputs };
  }

  it("lists the kernels", async () => {
    const specs = await services.KernelSpecAPI.getSpecs(settings);
    expect([specs.default, Object.keys(specs.kernelspecs)]).toEqual(["two-layer-net", ["two-layer-net", "small"]]);
  });

  it("starts a session, finds it and knows its kernel", async () => {
    expect((await session.kernel.info).language_info.name).toBe("typescript");
    await sessions.refreshRunning();
    expect([...sessions.running()].map(({ path }: any) => path)).toEqual([session.path]);
    expect((await sessions.findByPath(session.path)).id).toBe(session.id);
    expect((await services.KernelAPI.listRunning(settings))[0].id).toBe(session.kernel.id);
    expect(session.kernel.connectionStatus).toBe("connected");
  });

  it("runs cells, with output, results and errors", async () => {
    const { reply, text } = await run("console.log('hello'); const three = 3;");
    expect([reply.status, text]).toEqual(["ok", "hello\n"]);
    expect((await run("three")).outputs.find(({ header }) => header.msg_type === "execute_result").content.data["text/plain"]).toBe("3");
    expect((await run("throw new RangeError('no')")).reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "no" });
    await expect.poll(() => session.kernel.status).toBe("idle");
  });

  it("completes and looks up names", async () => {
    const { content } = await session.kernel.requestComplete({ code: "thr", cursor_pos: 3 });
    expect(content.matches).toContain("three");
    const found = await session.kernel.requestInspect({ code: "three", cursor_pos: 5, detail_level: 0 });
    expect([found.content.found, found.content.data["text/plain"]]).toEqual([true, expect.stringContaining("three")]);
    expect((await session.kernel.requestIsComplete({ code: "1 +" })).content.status).toBeTypeOf("string");
  });

  it("interrupts", async () => {
    const future = session.kernel.requestExecute({ code: "console.log('on'); while (true) {}" });
    await new Promise<void>((resolve) => (future.onIOPub = ({ header }: any) => header.msg_type === "stream" && resolve()));
    await session.kernel.interrupt();
    expect((await future.done).content.status).toBe("error");
  });

  it("restarts: nothing is known, nobody is told of a death", async () => {
    const states: string[] = [];
    const note = (_: unknown, state: string): number => states.push(state);
    session.kernel.statusChanged.connect(note);
    await session.kernel.restart();
    await session.kernel.info;
    expect((await run("typeof three")).reply.status).toBe("error");
    expect((await run("console.log(1)")).text).toBe("1\n");
    session.kernel.statusChanged.disconnect(note);
    expect(states).toContain("restarting");
    expect(states).not.toContain("autorestarting");
  });

  it("is told when the kernel dies, and goes on with a new one", async () => {
    const again = new Promise<void>((resolve) => {
      let isTold = false;
      session.kernel.statusChanged.connect((_: unknown, state: string) => {
        isTold ||= state === "autorestarting";
        if (isTold && state === "idle") resolve();
      });
    });
    const dying = session.kernel.requestExecute({ code: "process.kill(process.pid, 'SIGKILL')" });
    dying.done.catch(() => {});
    await again;
    expect((await run("console.log(2)")).text).toBe("2\n");
  });

  it("opens the same kernel twice", async () => {
    const second = sessions.connectTo({ model: session.model });
    await second.kernel.info;
    const seen = new Promise<string>((resolve) => second.kernel.iopubMessage.connect((_: unknown, { header, content }: any) => header.msg_type === "stream" && resolve(content.text)));
    await run("console.log('both')");
    expect(await seen).toBe("both\n");
    second.dispose();
  });

  it("follows a rename of the session", async () => {
    await session.setPath("renamed.ipynb");
    expect((await services.SessionAPI.getSessionModel(session.id, settings)).path).toBe("renamed.ipynb");
  });

  it("changes the kernel", async () => {
    const old = session.kernel.id;
    await session.changeKernel({ name: "small" });
    await session.kernel.info;
    expect(session.kernel.id).not.toBe(old);
    expect((await run("print hi")).text).toBe("hi\n");
  });

  it("answers a question of the kernel", async () => {
    const future = session.kernel.requestExecute({ code: "ask", allow_stdin: true });
    let text = "";
    future.onIOPub = ({ content }: any) => (text += content.text ?? "");
    future.onStdin = (message: any) => session.kernel.sendInputReply({ status: "ok", value: "Ada" }, message.header);
    await future.done;
    expect(text).toBe("hello Ada");
  });

  it("reads and writes files of each kind, and tells text from bytes", async () => {
    const saved = await contents.save("a.txt", { type: "file", format: "text", content: "hi" });
    expect([saved.name, saved.type, saved.hash_algorithm]).toEqual(["a.txt", "file", "sha256"]);
    expect((await contents.get("a.txt", { hash: true })).hash).toBe(saved.hash);
    await contents.save("a.bin", { type: "file", format: "base64", content: "AP8=" });
    expect((await contents.get("a.bin")).content).toBe("AP8=");
    expect((await contents.get("")).content.map(({ name }: any) => name)).toEqual(expect.arrayContaining(["a.txt", "a.bin"]));
    expect((await contents.get("a.txt", { content: false })).content).toBeNull();
    await expect(contents.get("none.txt")).rejects.toThrow("no file or folder is at none.txt");
  });

  it("saves a notebook and finds it as it was", async () => {
    const content = { cells: [{ cell_type: "markdown", id: "a", metadata: {}, source: "one\ntwo" }], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    await contents.save("n.ipynb", { type: "notebook", format: "json", content });
    expect((await contents.get("n.ipynb")).content).toEqual(content);
  });

  it("makes, copies, renames and deletes", async () => {
    const folder = await contents.newUntitled({ type: "directory", path: "" });
    expect([folder.path, folder.type]).toEqual(["Untitled Folder", "directory"]);
    expect((await contents.copy("a.txt", folder.path)).path).toBe("Untitled Folder/a-Copy1.txt");
    expect((await contents.rename("Untitled Folder/a-Copy1.txt", "b.txt")).path).toBe("b.txt");
    await expect(contents.rename("b.txt", "a.txt")).rejects.toMatchObject({ response: { status: 409 } });
    await contents.delete("b.txt");
    await contents.delete(folder.path);
    await expect(contents.get(folder.path)).rejects.toMatchObject({ response: { status: 404 } });
  });

  it("goes back to a checkpoint", async () => {
    const { id } = await contents.createCheckpoint("a.txt");
    await contents.save("a.txt", { type: "file", format: "text", content: "changed" });
    expect((await contents.listCheckpoints("a.txt")).map((checkpoint: any) => checkpoint.id)).toEqual([id]);
    await contents.restoreCheckpoint("a.txt", id);
    expect((await contents.get("a.txt")).content).toBe("hi");
    await contents.deleteCheckpoint("a.txt", id);
    expect(await contents.listCheckpoints("a.txt")).toEqual([]);
  });

  it("downloads", async () => {
    const address = await contents.getDownloadUrl("a.txt");
    const answer = await fetch(address, { headers: { authorization: `token ${settings.token}` } });
    expect([answer.status, await answer.text()]).toEqual([200, "hi"]);
  });

  it("keeps settings", async () => {
    const manager = new services.SettingManager({ serverSettings: settings });
    expect((await manager.list()).ids).toEqual(["@x/themes:plugin"]);
    await manager.save("@x/themes:plugin", '{"theme": "dark"}');
    expect((await manager.fetch("@x/themes:plugin")).raw).toBe('{"theme": "dark"}');
  });

  it("is told of no events, in peace", async () => {
    const sockets: WebSocket[] = [];
    const Counted = class extends WebSocket {
      constructor(address: string) {
        super(address);
        sockets.push(this);
      }
    };
    const events = new services.EventManager({ serverSettings: { ...settings, WebSocket: Counted } });
    await expect.poll(() => sockets.map(({ readyState }) => readyState)).toEqual([WebSocket.OPEN]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(sockets).toHaveLength(1);
    events.dispose();
  });

  it("is refused with another token", async () => {
    const other = services.ServerConnection.makeSettings({ baseUrl: settings.baseUrl, wsUrl: settings.wsUrl, token: "0".repeat(48), WebSocket });
    await expect(services.KernelAPI.listRunning(other)).rejects.toMatchObject({ response: { status: 403 } });
  });
});
