/**
 * The server as VS Code's Jupyter extension asks it once its address is entered at "Existing Jupyter Server": the same requests in
 * the same order, sent with the headers of node-fetch and ws, and JupyterLab's client set up as there.
 */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { findKernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";
import { ask, labForTests, smallSpec } from "./labUnderTest.js";

const PROJECT = resolve(import.meta.dirname, "../../..");
const from = join(PROJECT, "lab/package.json");
const isInstalled = existsSync(join(PROJECT, "lab/node_modules/@jupyterlab/services/package.json"));
const own = smallSpec("two-layer-net");
const lab = labForTests({ specs: [{ ...own, spec: findKernelSpec("two-layer-net", [join(PROJECT, "jupyter")]) }, smallSpec()] });
const origin = (): string => `http://127.0.0.1:${lab.port}`;
const token = (): string => lab.lab.server.guard.token;

/** A program's headers: neither Origin nor the Sec-Fetch-* that Node's own fetch adds. */
const NODE_FETCH = { accept: "*/*", "accept-encoding": "gzip,deflate", "user-agent": "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)" };
/** Method and path of what was asked, without the query that keeps caches out. */
const asked: string[] = [];

async function nodeFetch(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  asked.push(`${request.method} ${pathname}`);
  const headers = { ...NODE_FETCH, ...Object.fromEntries(request.headers), "content-type": "application/json", connection: "close" };
  const { status, text } = await ask(lab.port, request.method, pathname + search, headers, (await request.text()) || undefined);
  return new Response(status === 204 ? null : text, { status });
}

/** Before the token is made use of. */
function askWithoutToken(path: string): ReturnType<typeof ask> {
  return ask(lab.port, "GET", path, { ...NODE_FETCH, connection: "keep-alive" });
}

beforeEach(() => void asked.splice(0));

describe("an address that is entered", () => {
  /** What is taken for the server's own address: all but /tree, or what is in front of the login page. */
  async function baseOf(address: string): Promise<string> {
    const { origin, pathname } = new URL(address);
    if (["/", "/lab", "/tree"].includes(pathname)) return origin;
    return String((await askWithoutToken(pathname)).headers.location).split("/login?")[0]!;
  }

  it.each(["/", "/tree", "/notebooks/ko/two_layer_net.ipynb"])("leads to the server, with the path %s", async (path) => {
    expect(await baseOf(lab.lab.server.address(path))).toBe(origin());
  });

  it("is of a Jupyter server that lets nobody in without a token, and gives no cookie away", async () => {
    // Not 404, which is for no Jupyter server at all, and not 200, which is for one without a password.
    for (const path of ["/", "/tree?"]) {
      const { status, headers } = await askWithoutToken(path);
      expect([status, headers["set-cookie"]]).toEqual([403, undefined]);
    }
  });

  it("without its token is of no hub, and no password will do", async () => {
    for (const path of ["/hub/api", "/login?"]) {
      const { status, headers } = await askWithoutToken(path);
      expect([status, headers["set-cookie"]]).toEqual([403, undefined]);
    }
  });
});

describe.skipIf(!isInstalled)("the server that was entered: skipped where lab/node_modules is missing", () => {
  let services: any;
  let settings: any;
  let managers: any;
  let session: any;
  const sockets: WebSocket[] = [];

  function settingsWith(token: string): any {
    const headers = { Authorization: `token ${token}` };
    const Socket = class extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers });
        sockets.push(this);
      }
    };
    return services.ServerConnection.makeSettings({
      baseUrl: origin(),
      appUrl: "",
      wsUrl: origin().replace("http", "ws"),
      token,
      appendToken: true,
      init: { cache: "no-store", credentials: "same-origin" },
      fetch: nodeFetch,
      WebSocket: Socket,
    });
  }

  /** One set for each thing that is done: to try the address, to list its kernels, to run a notebook. */
  function managersWith(serverSettings: any): any {
    const kernelSpecs = new services.KernelSpecManager({ serverSettings });
    const kernels = new services.KernelManager({ serverSettings });
    const sessions = new services.SessionManager({ serverSettings, kernelManager: kernels });
    return { kernelSpecs, kernels, sessions, dispose: () => [sessions, kernels, kernelSpecs].forEach((manager) => manager.dispose()) };
  }

  async function run(code: string, cell = "W0sZmlsZQ"): Promise<{ reply: any; text: string }> {
    const metadata = { cellId: `vscode-notebook-cell:/home/ada/week2.ipynb#${cell}` };
    const future = session.kernel.requestExecute({ code, silent: false, stop_on_error: false, allow_stdin: true, store_history: true }, false, metadata);
    let text = "";
    future.onIOPub = ({ content }: any) => (text += content.text ?? "");
    return { reply: (await future.done).content, text };
  }

  beforeAll(() => {
    // It says on the console what it does.
    for (const level of ["debug", "info", "log", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
    services = createRequire(from)("@jupyterlab/services");
    settings = settingsWith(token());
    managers = managersWith(settings);
  });
  afterAll(() => {
    session?.dispose();
    managers?.dispose();
  });

  it("is tried: what kernels run and which there are", async () => {
    await managers.sessions.ready;
    await managers.kernelSpecs.refreshSpecs();
    expect(await services.KernelAPI.listRunning(settings)).toEqual([]);
    expect(Object.keys(managers.kernelSpecs.specs.kernelspecs)).toEqual(["two-layer-net", "small"]);
    expect(managers.kernelSpecs.specs.kernelspecs["two-layer-net"]).toMatchObject({ name: "two-layer-net", display_name: expect.any(String), language: expect.any(String), argv: expect.any(Array) });
    expect(new Set(asked)).toEqual(new Set(["GET /api/kernelspecs", "GET /api/kernels", "GET /api/sessions"]));
  });

  it("with another token says what it expected", async () => {
    const other = settingsWith("0".repeat(48));
    await expect(services.KernelAPI.listRunning(other)).rejects.toThrow("expected the token that npm run lab printed, got another");
    const { id } = (await lab.ask("POST", "/api/kernels", { name: "small" })).json;
    const socket = new other.WebSocket(`${other.wsUrl}/api/kernels/${id}/channels?session_id=a&token=${other.token}`);
    expect(String(await new Promise((resolve) => socket.on("error", resolve)))).toContain("403");
    await lab.ask("DELETE", `/api/kernels/${id}`);
  });

  it("starts a session for a notebook of which it has no file, whatever its name", async () => {
    const [notebook, id] = ["Week 2: what is a layer?", () => crypto.randomUUID()];
    const [file, name] = [`${notebook}-jvsc-${id()}${id()}.ipynb`, `${notebook}-${id()}.ipynb`];
    const options = { path: file, name, type: "notebook", kernel: { name: "two-layer-net" } };
    session = await managers.sessions.startNew(options, { kernelConnectionOptions: { handleComms: true } });
    expect([session.path, session.name, session.type, session.kernel.name]).toEqual([file, name, "notebook", "two-layer-net"]);
    expect(asked).toContain("POST /api/sessions");
    await expect.poll(() => session.kernel.status, { timeout: 30_000 }).toBe("idle");
    expect((await session.kernel.info).language_info.name).toBe("typescript");
    expect((await session.kernel.requestKernelInfo()).content.status).toBe("ok");
    expect(readdirSync(join(lab.folder, "notebooks"))).toEqual([]);
  });

  it("talks over one socket in the protocol of frames, and answers its pings", async () => {
    const [socket, ...others] = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN);
    expect([socket!.protocol, others]).toEqual(["v1.kernel.websocket.jupyter.org", []]);
    const { pathname, searchParams } = new URL(socket!.url);
    expect([pathname, searchParams.get("session_id"), searchParams.get("token")]).toEqual([`/api/kernels/${session.kernel.id}/channels`, session.kernel.clientId, token()]);
    const pong = new Promise((resolve) => socket!.once("pong", resolve));
    socket!.ping();
    await pong;
  });

  it("runs cells in the folder of the notebooks, and completes and explains names", async () => {
    expect(await run("const three = 3; console.log(process.cwd());")).toMatchObject({ reply: { status: "ok", execution_count: 1 }, text: `${join(lab.folder, "notebooks")}\n` });
    // The extension itself drops the cells after an error, so the kernel must not.
    const [wrong, next] = await Promise.all([run("throw new RangeError('no')"), run("console.log(three)", "W1sZmlsZQ")]);
    expect([wrong.reply.ename, next.text]).toEqual(["RangeError", "3\n"]);
    expect((await session.kernel.requestComplete({ code: "thr", cursor_pos: 3 })).content.matches).toContain("three");
    expect((await session.kernel.requestInspect({ code: "three", cursor_pos: 5, detail_level: 0 })).content.found).toBe(true);
  });

  it("lists the session among the kernels to choose from, and lets another window take it", async () => {
    const window = managersWith(settings);
    await window.sessions.ready;
    await window.sessions.refreshRunning();
    const [model, ...others] = window.sessions.running();
    expect([model, others]).toMatchObject([{ id: session.id, kernel: { id: session.kernel.id, last_activity: expect.any(String), connections: 1 } }, []]);
    const second = window.sessions.connectTo({ ...model.kernel, model });
    await expect.poll(() => second.kernel.connectionStatus, { timeout: 30_000 }).toBe("connected");
    expect(second.kernel.id).toBe(session.kernel.id);
    second.dispose();
    window.dispose();
    expect((await run("console.log(three)")).text).toBe("3\n");
  });

  it("interrupts and restarts", async () => {
    const future = session.kernel.requestExecute({ code: "console.log('on'); while (true) {}" });
    await new Promise<void>((resolve) => (future.onIOPub = ({ header }: any) => header.msg_type === "stream" && resolve()));
    await session.kernel.interrupt();
    expect((await future.done).content.status).toBe("error");
    await session.kernel.restart();
    expect((await run("typeof three")).reply.status).toBe("error");
    expect(asked).toEqual(expect.arrayContaining([`POST /api/kernels/${session.kernel.id}/interrupt`, `POST /api/kernels/${session.kernel.id}/restart`]));
  });

  it("shuts the session down with its kernel, and has nothing left of it", async () => {
    const { id, kernel } = session;
    await session.shutdown();
    expect(asked).toContain(`DELETE /api/sessions/${id}`);
    expect(await services.KernelAPI.listRunning(settings)).toEqual([]);
    expect(await services.SessionAPI.listRunning(settings)).toEqual([]);
    await expect(services.KernelAPI.getKernelModel(kernel.id, settings)).resolves.toBeUndefined();
    expect(readdirSync(join(lab.folder, "notebooks"))).toEqual([]);
  });
});
