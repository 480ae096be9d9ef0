/** A server on this machine that gives one file, well or badly. */
import { statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FileServer {
  readonly url: string;
  /** the requests so far: their Range and If-Range headers */
  readonly requests: { range: string | undefined; ifRange: string | undefined }[];
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** @param handler also told how many requests came before this one */
export async function serve(handler: Handler): Promise<FileServer> {
  const requests: FileServer["requests"] = [];
  const server = createServer((request, response) => {
    requests.push({ range: request.headers.range, ifRange: request.headers["if-range"] as string | undefined });
    handler(request, response, requests.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/file.tar.gz`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface GiveOptions {
  readonly etag?: string;
  /** send no more than so many bytes of the answer */
  readonly stopAfter?: number;
  /** break the connection when the bytes have reached this file; it is kept, silent, unless given */
  readonly breakWhenIn?: string;
}

/** Gives the file as a good server does, with ranges, up to where it is told to fail. */
export function give(request: IncomingMessage, response: ServerResponse, file: Uint8Array, options: GiveOptions = {}): void {
  const { etag, stopAfter, breakWhenIn } = options;
  const validator = request.headers["if-range"];
  const range = validator === undefined || validator === etag ? request.headers.range : undefined;
  const start = range === undefined ? 0 : Number(/^bytes=(\d+)-$/.exec(range)![1]);
  if (start >= file.length) {
    response.writeHead(416, { "content-range": `bytes */${file.length}` }).end();
    return;
  }
  const rest = file.subarray(start);
  const headers = { "content-length": rest.length, ...(etag === undefined ? {} : { etag }) };
  if (range === undefined) response.writeHead(200, headers);
  else response.writeHead(206, { ...headers, "content-range": `bytes ${start}-${file.length - 1}/${file.length}` });
  if (stopAfter === undefined) return void response.end(rest);
  response.flushHeaders();
  response.write(rest.subarray(0, stopAfter));
  if (breakWhenIn !== undefined) breakWhen(response, () => sizeOf(breakWhenIn) === start + stopAfter);
}

/** Bytes that the receiver has not read yet are lost to it when the connection breaks. */
export function breakWhen(response: ServerResponse, isTime: () => boolean): void {
  const polling = setInterval(() => {
    if (!isTime()) return;
    clearInterval(polling);
    response.destroy();
  }, 5);
}

export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
