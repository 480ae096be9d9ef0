/** Keeps the site in the browser, and adds the headers that give its pages threads. */
import type { ToServiceWorker } from "./isolate.js";

declare const BUILD: string;
/** All files with a hash in their names, and the pages, below the site's folder. */
declare const FILES: readonly string[];
declare const PAGES: readonly string[];

/** As much of a service worker's scope as is used: its types and a page's exclude each other. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void>; matchAll(options: { includeUncontrolled: boolean }): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", handle: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", handle: (event: Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
  addEventListener(kind: "message", handle: (event: Extendable & { readonly data: ToServiceWorker; readonly ports: readonly MessagePort[] }) => void): void;
}
interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

const worker = self as unknown as Scope;
const { scope } = worker.registration;
/** Several sites may lie below one host. */
const CACHES = `two-layer-net ${new URL(scope).pathname} `;
const CACHE = CACHES + BUILD;
const known = new Set(FILES.map((path) => new URL(path, scope).href));
const pages = new Set(PAGES.map((path) => new URL(path, scope).href));

/** Threads that share memory are for pages that let nothing of other sites in. */
const HEADERS: Readonly<Record<string, string>> = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};
/**
 * A worker does not have its page's policy, and a static host gives it none. Cells are compiled by eval; what they cannot
 * do is ask another host.
 */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self'";

worker.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // Of this build, not of one that the browser still has.
    await Promise.all([...pages].map(async (url) => (await ask(cache, new Request(url, { cache: "no-cache" }))).kept));
  })());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(CACHES) && name !== CACHE).map((name) => caches.delete(name)));
    await worker.clients.claim();
  })());
});

worker.addEventListener("message", (event) => {
  if (event.data === "keep all") event.waitUntil(keepAll());
  else event.waitUntil(takeOver(event.ports[0]!));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.search = url.hash = "";
  const isPage = pages.has(url.href);
  if (request.method !== "GET" || !(isPage || known.has(url.href))) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const there = await cache.match(url.href);
    if (there !== undefined) return there;
    const { answer, kept } = await ask(cache, isPage ? new Request(url.href) : request);
    // The page does not wait until it lies in the cache.
    event.waitUntil(kept);
    return answer;
  })());
});

/** Fetches it, with our headers; `kept` is there when it lies in the cache, if all went well. */
async function ask(cache: Cache, request: Request): Promise<{ readonly answer: Response; readonly kept: Promise<unknown> }> {
  const plain = await fetch(request);
  if (plain.status !== 200) return { answer: plain, kept: Promise.resolve() };
  const isScript = /javascript/.test(plain.headers.get("content-type") ?? "");
  const headers = new Headers(plain.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  if (isScript) headers.set("content-security-policy", WORKER_POLICY);
  const answer = new Response(plain.body, { status: 200, headers });
  const url = new URL(request.url);
  url.search = url.hash = "";
  // Without room for it the page works as long as there is a network.
  return { answer, kept: cache.put(url.href, answer.clone()).catch(() => undefined) };
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const url of known) {
    if ((await cache.match(url)) === undefined) await ask(cache, new Request(url)).then(({ kept }) => kept, () => undefined);
  }
}

/** Only if a single page is open: others still need what the old site has. */
async function takeOver(port: MessagePort): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  const willing = open.length <= 1;
  port.postMessage(willing);
  if (willing) await worker.skipWaiting();
}
