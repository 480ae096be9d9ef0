/** Node's own HTTP server before the routes: every check, in one place. */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { SUBPROTOCOL } from "../kernels/channelFrames.js";
import type { Kernels } from "../kernels/kernels.js";
import type { Answer, Request } from "../request.js";
import { problem, type Router } from "../router.js";
import { type Asked, Guard } from "./guard.js";
import { serveKernel } from "./kernelSocket.js";
import { HEADERS, pagePolicy } from "./pagePolicy.js";

/** This computer alone: a name could be led elsewhere. */
const ADDRESS = "127.0.0.1";
const LARGEST = 200_000_000;
/** Ports that are tried, one after the other. */
const PORTS = 50;
const PAGE = /^\/(?:(?:tree|notebooks|edit)(?:\/|$)|$)/;
const CHANNELS = /^\/api\/kernels\/([\w-]+)\/channels$/;

/** A server that listens. */
export class LabServer {
  readonly guard: Guard;
  readonly port: number;
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST, perMessageDeflate: false, handleProtocols: chosenProtocol });
  private readonly router: Router;
  private readonly kernels: Kernels;

  private constructor(server: Server, router: Router, kernels: Kernels) {
    this.server = server;
    this.router = router;
    this.kernels = kernels;
    this.port = (server.address() as AddressInfo).port;
    this.guard = new Guard(this.port);
    server.on("request", (request, response) => void this.answer(request, response));
    server.on("upgrade", (request, socket, head) => this.upgrade(request, socket, head));
  }

  /**
   * @param port the first to try
   * @param isFixed no other will do
   * @throws {Error} if none can be had
   */
  static async listen(port: number, isFixed: boolean, router: Router, kernels: Kernels): Promise<LabServer> {
    const last = isFixed || port === 0 ? port : Math.min(port + PORTS, 65_535);
    for (let tried = port; ; tried++) {
      const server = createServer({ maxHeaderSize: 32_768 });
      try {
        await listen(server, tried);
        return new LabServer(server, router, kernels);
      } catch (error) {
        if (tried < last && (error as NodeJS.ErrnoException).code !== "EPERM") continue;
        throw new Error(`could not listen on port ${tried} (${(error as Error).message}); choose another with --port <number>`, { cause: error });
      }
    }
  }

  /** With the token: to be shown to this user only. @param path of a page, such as `/tree` */
  address(path: string): string {
    return `http://${ADDRESS}:${this.port}${path}?token=${this.guard.token}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = addressOf(incoming);
    const isPage = PAGE.test(path);
    const host = incoming.headers.host ?? "";
    const verdict = this.guard.judge(asked(incoming, isPage, false, query));
    if (verdict.by === null) return send(incoming, response, isPage ? refusal(verdict.reason, this.port) : problem(403, verdict.reason));
    // A page by its token: the cookie is set, and the address with the token in it does not stay in the history.
    if (isPage && query.has("token")) return send(incoming, response, welcome(path, this.guard.cookie));
    const request = await requestOf(incoming, path, query);
    const answer = "status" in request ? request : await this.router(request);
    const policy = answer.headers["content-type"]?.startsWith("text/html") && isPage ? { "content-security-policy": pagePolicy(host) } : {};
    send(incoming, response, { ...answer, headers: { ...policy, ...answer.headers } });
  }

  private upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { path, query } = addressOf(incoming);
    socket.on("error", () => socket.destroy());
    if (this.guard.judge(asked(incoming, false, true, query)).by === null) return refuse(socket, 403);
    if (path === "/api/events/subscribe") {
      // Accepted and silent: who is refused asks again for ever.
      return this.sockets.handleUpgrade(incoming, socket, head, ignore);
    }
    const [, id] = CHANNELS.exec(path) ?? [];
    if (id === undefined || this.kernels.find(id) === undefined) return refuse(socket, 404);
    this.sockets.handleUpgrade(incoming, socket, head, (open) => serveKernel(open, this.kernels, id));
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: ADDRESS, exclusive: true }, () => resolve());
  });
}

/** Taken apart by hand: a parser of addresses would already follow `..`. */
function addressOf({ url = "/" }: IncomingMessage): { path: string; query: URLSearchParams } {
  const [path = "", ...query] = url.split("#")[0]!.split("?");
  return { path, query: new URLSearchParams(query.join("?")) };
}

function asked({ method = "", headers }: IncomingMessage, isPage: boolean, isWebSocket: boolean, query: URLSearchParams): Asked {
  return { method, headers, isPage, isWebSocket, token: query.get("token") };
}

async function requestOf(incoming: IncomingMessage, path: string, query: URLSearchParams): Promise<Request | Answer> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  let segments: string[];
  try {
    segments = path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return problem(400, `expected a path with whole % signs, got ${path}`);
  }
  const body = await bodyOf(incoming);
  if (body === null) return problem(413, `expected a body of ${LARGEST / 1e6} MB at most, got more`);
  return { method: incoming.method ?? "GET", path: segments, query, headers, body };
}

/** Null if it is too large. */
async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(incoming.headers["content-length"] ?? 0) > LARGEST) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function send(incoming: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  // A body that was refused is not read to its end: the connection ends with the answer.
  const hasBody = incoming.headers["content-length"] !== undefined || incoming.headers["transfer-encoding"] !== undefined;
  const rest = hasBody && !incoming.complete ? { connection: "close" } : {};
  response.writeHead(status, { ...HEADERS, ...rest, ...headers, ...(status === 204 || status === 304 ? {} : { "content-length": bytes.length }) });
  response.end(incoming.method === "HEAD" ? undefined : bytes);
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Else a browser asks for /favicon.ico, which the policy forbids. */
const NO_ICON = '<link rel="icon" href="data:,">';

/** Not a redirection: a browser that came from another site would follow it without the new cookie. */
function welcome(path: string, cookie: string): Answer {
  const to = path.replaceAll(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return htmlAnswer(200, `<meta http-equiv="refresh" content="0; url=${to}"><title>two-layer-net</title>`, { "set-cookie": cookie });
}

/** VS Code, to which a notebook's address was given, takes for the server's what stands in front of `login?`: Jupyter's own server leads there. */
function refusal(reason: string, port: number): Answer {
  const text = reason.replaceAll(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return htmlAnswer(403, `<title>Not this address</title><p>Open the address that <code>npm run lab</code> printed, with its token.</p><p>${text}</p>`, {
    location: `http://${ADDRESS}:${port}/login?`,
  });
}

function htmlAnswer(status: number, body: string, headers: Record<string, string> = {}): Answer {
  const policy = { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; img-src data:; frame-ancestors 'none'" };
  return { status, headers: { ...policy, ...headers }, body: `<!doctype html><html lang="en"><head><meta charset="utf-8">${NO_ICON}${body}` };
}

function chosenProtocol(offered: Set<string>): string | false {
  return offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false;
}

function ignore(socket: WebSocket): void {
  socket.on("error", () => socket.terminate());
}
