/** Addresses in a notebook's text, for a page that is one file and needs no network. */
import { readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { decodedUrl, encodedPath, isRelativeUrl } from "../pages/safeUrl.js";
import type { ProjectNotebook } from "./project.js";

const PICTURE_TYPES: Record<string, string> = {
  ".png": "png",
  ".jpg": "jpeg",
  ".jpeg": "jpeg",
  ".gif": "gif",
  ".webp": "webp",
  ".svg": "svg+xml",
};

/** What the ids of a notebook's headings and cells begin with. */
export function idPrefix(name: string): string {
  return `${name}-`;
}

/**
 * Pictures beside the notebook become part of the page, links to notebooks of the hand-in lead to
 * where they stand in it, and links to other files, which the reader does not have, nowhere.
 *
 * @param names of the notebooks on the page
 * @param report takes what is wrong with a picture
 */
export function pageAddress(
  { name, path, label }: Pick<ProjectNotebook, "name" | "path" | "label">,
  names: readonly string[],
  report: (problem: string) => void,
): (url: string, kind: "href" | "src") => string | null {
  const picture = (url: string): string | null => {
    if (/^data:/i.test(url)) return url;
    const problem = (text: string): null => {
      report(`${label}: the picture ${decodedUrl(url)} ${text}`);
      return null;
    };
    if (!isRelativeUrl(url)) return problem("is not beside the notebook; save it there and use its file name");
    const file = decodedUrl(/^[^?#]*/.exec(url)![0]);
    const type = PICTURE_TYPES[extname(file).toLowerCase()];
    if (type === undefined) return problem("is of no kind that browsers show: png, jpg, gif, webp, svg");
    try {
      return `data:image/${type};base64,${readFileSync(resolve(dirname(path), file)).toString("base64")}`;
    } catch {
      return problem("cannot be read");
    }
  };
  const link = (url: string): string | null => {
    if (url.startsWith("#")) return `#${encodedPath(idPrefix(name))}${url.slice(1)}`;
    if (!isRelativeUrl(url)) return /^[a-z][a-z\d+.-]*:/i.test(url) ? url : null;
    const [, file, place] = /^([^?#]*)(?:\?[^#]*)?#?(.*)$/s.exec(url)!;
    const other = basename(decodedUrl(file), ".ipynb");
    if (!file.endsWith(".ipynb") || !names.includes(other)) return null;
    return place === "" ? `#notebook-${encodedPath(other)}` : `#${encodedPath(idPrefix(other))}${place}`;
  };
  return (url, kind) => (kind === "src" ? picture(url) : link(url));
}
