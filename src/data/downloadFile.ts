/** Downloading one large file over a connection that may break, stall, or be slow for hours. */
import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { discardPartial, diskError, notedVersion, noteVersion, partialSize } from "./partialFile.js";
import { StallTimer } from "./stallTimer.js";

export interface DownloadProgress {
  /** bytes that are there, with those of earlier connections */
  readonly received: number;
  /** bytes of the whole file, where the server tells */
  readonly total: number | undefined;
  /** bytes that were there when this connection began */
  readonly start: number;
  /** since this connection began */
  readonly seconds: number;
}

export interface DownloadOptions {
  /** more bytes are refused; 256 MiB unless given */
  readonly maxBytes?: number;
  /** milliseconds without a byte until the connection counts as broken; 30,000 unless given */
  readonly stallTimeout?: number;
  /** how many tries in a row to go on with a broken download may bring nothing; 2 unless given */
  readonly maxFruitless?: number;
  /** milliseconds to wait before a try; 1000 unless given */
  readonly resumeDelay?: number;
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly log?: (line: string) => void;
}

/** The connection was lost on the way: what has come is good, and the rest can still be had. */
class Interrupted extends Error {}

const AGAIN = "run the same command again: it goes on where it stopped";
const OVER = "run the same command again: it starts over";

/**
 * Downloads to a file, going on from what an earlier call left there. A broken connection is taken
 * up again as long as that brings the file further. Whether the bytes are right is for the caller
 * to check.
 *
 * @param url of http or https; redirects are followed
 * @param path the file; its folder exists
 * @throws {Error} if the file cannot be had, saying what to do; what has come stays for the next call
 */
export async function downloadFile(url: string, path: string, options: DownloadOptions = {}): Promise<void> {
  const { maxFruitless = 2, resumeDelay = 1000, log = () => {} } = options;
  let furthest = partialSize(path);
  let fruitless = 0;
  while (true) {
    try {
      return await receive(url, path, options);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      const received = partialSize(path);
      fruitless = received > furthest ? 0 : fruitless + 1;
      if (fruitless > maxFruitless) {
        throw new Error(`downloadFile: expected all of ${url}, got ${received} bytes, then ${error.message}; ${AGAIN}`, { cause: error });
      }
      furthest = Math.max(furthest, received);
      log(`${received} bytes, then ${error.message}; going on`);
      await pause(resumeDelay);
    }
  }
}

/** Receives what one connection gives. */
async function receive(url: string, path: string, options: DownloadOptions): Promise<void> {
  const stall = new StallTimer(options.stallTimeout ?? 30_000);
  try {
    const present = partialSize(path);
    const response = await request(url, rangeHeaders(url, path, present), stall);
    if (response.status === 416 && present > 0) {
      if (response.headers.get("content-range") === `bytes */${present}`) return;
      discardPartial(path);
      return await receive(url, path, options);
    }
    checkResponse(url, response);
    const start = response.status === 206 ? present : 0;
    if (start > 0) checkRange(url, path, response.headers, start);
    await writeBody(url, path, { response, start, stall }, options);
  } finally {
    stall.stop();
  }
}

function rangeHeaders(url: string, path: string, present: number): Record<string, string> {
  // a compressed answer would be unpacked on arrival, and could not be gone on with
  const headers = { "accept-encoding": "identity" };
  if (present === 0) return headers;
  const version = notedVersion(path, url);
  return { ...headers, range: `bytes=${present}-`, ...(version === undefined ? {} : { "if-range": version }) };
}

async function request(url: string, headers: Record<string, string>, stall: StallTimer): Promise<Response> {
  try {
    return await fetch(url, { headers, signal: stall.signal });
  } catch (cause) {
    if (headers["range"] !== undefined) throw new Interrupted(reasonOf(cause), { cause });
    throw new Error(`downloadFile: expected an answer from ${url}, got ${reasonOf(cause)}; check the network and the address, then ${AGAIN}${proxyAdvice()}`, { cause });
  }
}

/** What Node does not do by itself behind a proxy, or where a company signs the certificates. */
function proxyAdvice(environment: NodeJS.ProcessEnv = process.env): string {
  const isSet = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"].some((name) => environment[name]);
  if (!isSet && !environment["NODE_EXTRA_CA_CERTS"]) return "";
  return ". Behind a proxy set NODE_USE_ENV_PROXY=1, where a company signs the certificates NODE_USE_SYSTEM_CA=1 (Node 22.21, 24.5 or newer), or fetch the archive with a browser";
}

function checkResponse(url: string, { status, statusText, headers }: Response): void {
  if (status !== 200 && status !== 206) {
    const isBusy = status === 429 || status >= 500;
    const next = isBusy ? `the server is busy or out of order: wait, then ${AGAIN}` : "check the address, or choose another one with --url";
    throw new Error(`downloadFile: expected the file from ${url}, got ${status} ${statusText}; ${next}`);
  }
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") {
    throw new Error(`downloadFile: expected the very bytes of ${url}, got them in ${encoding} encoding; choose another address with --url`);
  }
}

function checkRange(url: string, path: string, headers: Headers, start: number): void {
  const range = headers.get("content-range") ?? "no range";
  if (range.startsWith(`bytes ${start}-`)) return;
  discardPartial(path);
  throw new Error(`downloadFile: expected ${url} to go on from byte ${start}, got ${range}; ${OVER}`);
}

interface Transfer {
  readonly response: Response;
  /** bytes that stay in front of the response's */
  readonly start: number;
  readonly stall: StallTimer;
}

async function writeBody(url: string, path: string, transfer: Transfer, options: DownloadOptions): Promise<void> {
  const total = totalSize(transfer.response.headers, transfer.start);
  checkSize(url, path, total ?? 0, options);
  try {
    const file = await open(path, transfer.start > 0 ? "a" : "w");
    if (transfer.start === 0) noteVersion(path, url, transfer.response.headers);
    await appendChunks(file, transfer, (received, seconds) => {
      checkSize(url, path, received, options);
      options.onProgress?.({ received, total, start: transfer.start, seconds });
    }).finally(() => file.close());
  } catch (error) {
    throw diskError("downloadFile", path, error);
  }
  if (total !== undefined && partialSize(path) !== total) throw new Interrupted("the end of the connection");
}

async function appendChunks(file: FileHandle, { response, start, stall }: Transfer, onReceived: (received: number, seconds: number) => void): Promise<void> {
  const began = performance.now();
  let received = start;
  for await (const chunk of chunksOf(response, stall)) {
    await file.writeFile(chunk);
    received += chunk.length;
    onReceived(received, (performance.now() - began) / 1000);
  }
  await file.sync();
}

function totalSize(headers: Headers, start: number): number | undefined {
  const whole = headers.get("content-range")?.match(/\/(\d+)/)?.[1];
  const rest = headers.get("content-length");
  if (whole !== undefined) return Number(whole);
  return rest === null ? undefined : start + Number(rest);
}

function checkSize(url: string, path: string, size: number, { maxBytes = 2 ** 28 }: DownloadOptions): void {
  if (size <= maxBytes) return;
  discardPartial(path);
  throw new Error(`downloadFile: expected at most ${maxBytes} bytes from ${url}, got ${size} or more; this is another file: choose another address with --url`);
}

async function* chunksOf({ body }: Response, stall: StallTimer): AsyncGenerator<Uint8Array> {
  // every answer to a GET that has a status of 200 or 206 has a body, if an empty one
  const reader = body!.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      stall.restart();
      yield next.value;
    }
  } catch (cause) {
    throw new Interrupted(reasonOf(cause), { cause });
  }
}

/** fetch says "fetch failed" or "terminated", and what happened in its cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message || (cause as NodeJS.ErrnoException).code})` : message;
}
