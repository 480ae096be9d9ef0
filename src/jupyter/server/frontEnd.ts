/** The files of the front end: a zip, or the folder that such a zip is made from. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { mimeType } from "./contents/mimeType.js";
import { isHidden } from "./contents/place.js";
import { languagesOf, schemasOf } from "./frontEndData.js";
import { isFields, Refusal } from "./request.js";
import type { Route } from "./router.js";
import type { Schema } from "./routes/settings.js";
import type { Translation } from "./routes/translations.js";

export interface FrontEnd {
  /** Paths of the entry, below `static/`. */
  readonly script: string;
  readonly style: string;
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly languages: ReadonlyMap<string, Translation>;
  /** Null if there is no such file. */
  read(path: string): Uint8Array | null;
}

/** All files of the front end's zip, for a site; and its entries, as {@link FrontEnd} has them. */
export function openFrontEndFiles(zip: string): Pick<FrontEnd, "script" | "style"> & { readonly files: ReadonlyMap<string, Uint8Array> } {
  const { script, style } = openFrontEnd(zip);
  return { script, style, files: new Map(Object.entries(unzipSync(readFileSync(zip)))) };
}

/**
 * @param path of the zip or folder
 * @throws {Error} if it is not there or not whole, with what to do
 */
export function openFrontEnd(path: string): FrontEnd {
  const read = reader(path);
  const text = (name: string): unknown => {
    const bytes = read(name);
    return bytes === null ? {} : JSON.parse(new TextDecoder().decode(bytes));
  };
  const manifest = text("manifest.json");
  const entry = (key: string, otherwise: string): string => {
    const named = isFields(manifest) ? manifest[key] : undefined;
    return (typeof named === "string" ? named : otherwise).replace(/^static\//, "");
  };
  return {
    script: entry("script", "main.js"),
    style: entry("style", "main.css"),
    schemas: schemasOf(text("schemas.json")),
    languages: languagesOf((code) => text(`locales/${code}.json`)),
    read,
  };
}

/** @param extra further files below `/static/`, by name: absolute paths */
export function frontEndRoutes(frontEnd: FrontEnd, extra: ReadonlyMap<string, string>): Route[] {
  const tags = new WeakMap<Uint8Array, string>();
  const file = (folder: string, rest: readonly string[]): Uint8Array => {
    const name = rest.join("/");
    if (folder === "static" && extra.has(name)) return readFileSync(extra.get(name)!);
    const bytes = rest.some((part) => part === "" || isHidden(part)) ? null : frontEnd.read(`${folder}/${name}`);
    if (bytes === null) throw new Refusal(404, `the front end has no file ${name}`);
    return bytes;
  };
  const serve = (pattern: string, folder: string): Route => ({
    method: "GET",
    pattern,
    // Asked about each time, sent once: a browser keeps what it has compiled of it.
    handle: ({ headers }, { rest }) => {
      const body = file(folder, rest);
      const etag = tags.get(body) ?? `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;
      tags.set(body, etag);
      const isKept = headers["if-none-match"] === etag;
      return { status: isKept ? 304 : 200, headers: { "content-type": typeOf(rest), "cache-control": "no-cache", etag }, body: isKept ? "" : body };
    },
  });
  return [serve("/static/*", "static"), serve("/lab/api/themes/*", "themes")];
}

function reader(path: string): FrontEnd["read"] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`openFrontEnd: expected the front end at ${path}, got nothing; check it out again, or make it with npm run lab:build`);
  if (found.isDirectory()) return (name) => (statSync(join(path, name), { throwIfNoEntry: false })?.isFile() ? readFileSync(join(path, name)) : null);
  const files = new Map(Object.entries(unzipSync(readFileSync(path))));
  return (name) => files.get(name) ?? null;
}

function typeOf(names: readonly string[]): string {
  const type = mimeType(names.join("/")) ?? "application/octet-stream";
  return /^text\/|json$/.test(type) ? `${type}; charset=utf-8` : type;
}
