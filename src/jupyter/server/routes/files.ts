/** `/files`: the bytes of a file, for downloads and for pictures that a text names. */
import type { Contents } from "../contents/contents.js";
import { mimeType } from "../contents/mimeType.js";
import { nameOf, placeOf } from "../contents/place.js";
import { fieldsOf, Refusal } from "../request.js";
import type { Route } from "../router.js";

export function fileRoutes(contents: Contents): Route[] {
  return [
    {
      method: "GET",
      pattern: "/files/*",
      handle: async (_, { rest }) => {
        const path = placeOf(rest);
        if ((await contents.entry(path)).kind !== "file") throw new Refusal(404, `no file is at ${path}`);
        return { status: 200, headers: attachment(path), body: await contents.store.read(path) };
      },
    },
    {
      // What a notebook that is open would be, were it saved.
      method: "POST",
      pattern: "/files/*",
      handle: async (request, { rest }) => {
        const path = placeOf(rest);
        return { status: 200, headers: attachment(path), body: await contents.asSaved(path, fieldsOf(request).content) };
      },
    },
  ];
}

/** For the browser to keep, not to open: a page of unknown origin must not run beside ours. Pictures are shown all the same. */
export function attachment(path: string): Record<string, string> {
  return {
    "content-type": mimeType(path) ?? "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(nameOf(path)).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    "content-security-policy": "sandbox; default-src 'none'",
  };
}
