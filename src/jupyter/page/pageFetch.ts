/** What stands for `fetch` in a page that is its own server. */
import type { Request as Asked } from "../server/request.js";
import type { Router } from "../server/router.js";

/** @param base absolute address of the folder that the routes are below, with a slash at its end */
export function pageFetch(router: Router, base: string): (input: RequestInfo | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams, href } = new URL(request.url);
    if (!href.startsWith(base)) throw new TypeError(`pageFetch: expected an address below ${base}, got ${href}`);
    const asked: Asked = {
      method: request.method,
      path: pathname.slice(new URL(base).pathname.length).split("/").map(decodeURIComponent),
      query: searchParams,
      headers: Object.fromEntries(request.headers),
      body: new Uint8Array(await request.arrayBuffer()),
    };
    const { status, headers, body } = await router(asked);
    const isEmpty = status === 204 || status === 304;
    const response = new Response(isEmpty ? null : (body as BodyInit), { status, headers });
    // Else it has none, and a client that reports an error names it.
    Object.defineProperty(response, "url", { value: href });
    return response;
  };
}
