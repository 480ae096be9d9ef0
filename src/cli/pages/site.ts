/** The pages that belong together in an output folder, and the ways from one to another. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { readingOrder } from "../readingOrder.js";
import { decodedUrl, encodedPath, isRelativeUrl } from "./safeUrl.js";

export interface Site {
  /** Absolute path of the folder of the pages. */
  readonly out: string;
  /** Absolute path of the folder of the notebooks that they are made from. */
  readonly notebooks: string;
  /** Every page: its path below the folder, without extension, in order. */
  readonly names: readonly string[];
}

/** The site of the names and of the pages that earlier runs left in the folder. */
export function siteOf(out: string, notebooks: string, names: readonly string[]): Site {
  const earlier = filesNear(out)
    .filter((file) => file.endsWith(".ipynb"))
    .map((file) => file.slice(0, -".ipynb".length))
    .filter((name) => existsSync(join(out, `${name}.html`)));
  return { out, notebooks, names: [...new Set([...names, ...earlier])].sort(readingOrder(notebooks)) };
}

/** The pages before and after this one in its own folder, null at the ends. */
export function neighbours(site: Site, name: string): { previous: string | null; next: string | null } {
  const row = site.names.filter((other) => posix.dirname(other) === posix.dirname(name));
  const index = row.indexOf(name);
  return { previous: row[index - 1] ?? null, next: row[index + 1] ?? null };
}

/** The way from a page to a file below the site's folder, both as paths with slashes. */
export function hrefFrom(name: string, target: string): string {
  return encodedPath(posix.relative(posix.dirname(name), target) || ".");
}

/**
 * Turns addresses that hold beside a notebook into ones that hold on a page: a notebook of the
 * site becomes its page, any other file is linked where it lies.
 *
 * @param folder absolute path of the notebook's folder
 * @param from the page, a name of the site or `index`
 */
export function relocator(site: Site, folder: string, from: string): (url: string) => string {
  return (url) => {
    const [, path, rest] = /^([^?#]*)(.*)$/s.exec(url.trim())!;
    if (!isRelativeUrl(url) || path === "") return url;
    const file = resolve(folder, decodedUrl(path));
    const name = slashes(relative(site.notebooks, file)).replace(/\.ipynb$/, "");
    if (file.endsWith(".ipynb") && site.names.includes(name)) return hrefFrom(from, `${name}.html`) + rest;
    return encodedPath(slashes(relative(dirname(join(site.out, from)), file))) + rest;
  };
}

function filesNear(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    return readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
  });
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
