import { PageConfig, URLExt } from "@jupyterlab/coreutils";

/** True where there is no server: the page holds the files and runs the kernels itself. */
export function isSite(): boolean {
  return PageConfig.getOption("site") === "true";
}

/**
 * The address of a page. Static files have one page for all notebooks, which is told by `?path=` which of them.
 *
 * @param view "tree", "notebooks" or "edit"
 * @param path of the file or folder that it shows
 */
export function pageAddress(view: string, path = ""): string {
  const base = PageConfig.getBaseUrl();
  if (!isSite()) return URLExt.join(base, view, URLExt.encodeParts(path));
  const query = path === "" ? "" : `?path=${URLExt.encodeParts(path)}`;
  return view === "tree" ? base + query : `${base}${view}/${query}`;
}
