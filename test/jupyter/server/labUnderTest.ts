/** A lab in this process, with a small front end, files of its own and a kernel that starts at once. */
import { execPath } from "node:process";
import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import WebSocket from "ws";
import { type Message, Page, type Reply } from "./labHost.js";
import { openRequestsRoute } from "./openRequestsRoute.js";
import type { Spec } from "../../../src/jupyter/server/kernels/nodeKernels.js";
import { type Lab, type LabOptions, startLab } from "../../../src/jupyter/server/lab.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const SMALL_KERNEL = join(import.meta.dirname, "smallKernel.mjs");

export function smallSpec(name = "small"): Spec {
  const argv = [execPath, SMALL_KERNEL, "{connection_file}"];
  const described = { display_name: "Small", language: "words", interrupt_mode: "message", metadata: {} };
  return { spec: { name, folder: import.meta.dirname, argv, env: {} }, model: { name, spec: { argv, env: {}, ...described }, resources: {} } };
}

/** A request as it is: no client tidies its path. */
export function ask(port: number, method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: unknown): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      response.on("end", () => {
        const isJson = response.headers["content-type"]?.startsWith("application/json");
        resolve({ status: response.statusCode!, headers: response.headers, text, json: isJson && text !== "" ? JSON.parse(text) : undefined });
      });
    });
    request.on("error", reject);
    request.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
  });
}

export interface LabUnderTest {
  readonly lab: Lab;
  readonly folder: string;
  readonly port: number;
  readonly ask: (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  /** A page at the kernel. */
  readonly open: (kernel: string, protocols?: string[]) => Promise<SocketPage>;
}

/** Starts one for the tests of a file. */
export function labForTests(options: Partial<LabOptions> = {}): LabUnderTest {
  const holder = { folder: temporaryFolder() } as { -readonly [Key in keyof LabUnderTest]: LabUnderTest[Key] };
  beforeAll(async () => {
    holder.lab = await startLab(optionsIn(holder.folder, options));
    holder.port = holder.lab.server.port;
    const { token } = holder.lab.server.guard;
    holder.ask = (method, path, body, headers = {}) => ask(holder.port, method, path, { authorization: `token ${token}`, ...headers }, body);
    holder.open = (kernel, protocols = []) => SocketPage.open(`ws://127.0.0.1:${holder.port}/api/kernels/${kernel}/channels?session_id=test&token=${token}`, protocols);
  });
  afterAll(() => holder.lab?.close());
  return holder;
}

export function optionsIn(folder: string, options: Partial<LabOptions> = {}): LabOptions {
  const frontEnd = join(folder, "front-end");
  for (const name of ["notebooks", "front-end/static/favicons", "front-end/themes/@x/light", "front-end/locales"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(frontEnd, "static/main.js"), "1;\n");
  writeFileSync(join(frontEnd, "static/main.css"), "a {}\n");
  writeFileSync(join(frontEnd, "themes/@x/light/index.css"), "b {}\n");
  writeFileSync(join(frontEnd, "schemas.json"), JSON.stringify({ "@x/themes:plugin": { type: "object", properties: { theme: { default: "light" } } } }));
  writeFileSync(join(frontEnd, "locales/ko.json"), JSON.stringify({ jupyterlab: { "": { language: "ko-KR" }, File: ["파일"] } }));
  return {
    notebooks: join(folder, "notebooks"),
    unlisted: ["inside/unlisted.txt"],
    own: join(folder, "own"),
    frontEnd,
    extra: new Map(),
    specs: [smallSpec()],
    title: "lab",
    version: "1.2.3",
    username: "ada",
    lang: null,
    port: 0,
    isPortFixed: true,
    warm: null,
    config: { more: "</script>" },
    routes: (kernels) => [openRequestsRoute(kernels)],
    ...options,
  };
}

/** A page in JSON over a WebSocket. */
export class SocketPage extends Page {
  readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    super();
    this.socket = socket;
    socket.on("message", (data: Buffer, isBinary) => this.received(...(isBinary ? [] : [JSON.parse(data.toString()) as Message])));
    socket.on("close", (code) => this.ended(code));
  }

  static async open(address: string, protocols: string[] = [], headers: Record<string, string> = {}): Promise<SocketPage> {
    const socket = new WebSocket(address, protocols, { headers });
    const page = new SocketPage(socket);
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    return page;
  }

  transmit(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  close(): void {
    this.socket.terminate();
  }
}
