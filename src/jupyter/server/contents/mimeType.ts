import { nameOf } from "./place.js";

/** MIME types of the files that lie beside notebooks, and of those of a front end. */
const TYPES: Readonly<Record<string, string>> = {
  css: "text/css",
  csv: "text/csv",
  gif: "image/gif",
  html: "text/html",
  ico: "image/x-icon",
  ipynb: "application/x-ipynb+json",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  map: "application/json",
  md: "text/markdown",
  mjs: "text/javascript",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  ts: "text/x-typescript",
  txt: "text/plain",
  wasm: "application/wasm",
  webp: "image/webp",
  woff2: "font/woff2",
  zip: "application/zip",
};

/** By the name's ending; null for one that is not known. */
export function mimeType(path: string): string | null {
  const [, ending = ""] = /\.([^.]+)$/.exec(nameOf(path)) ?? [];
  return TYPES[ending.toLowerCase()] ?? null;
}
