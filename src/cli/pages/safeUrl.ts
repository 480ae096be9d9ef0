/** Which addresses a page may hold: none that can run a script, none that leads to a host by the page's own protocol. */
const BASE = "https://relative.invalid";
const LINK_PROTOCOLS = ["https:", "http:", "mailto:"];
const PICTURE_DATA = /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i;

/**
 * True for http, https, mailto and relative addresses, and for pictures inside the address.
 * Browsers ignore odd spaces and letter cases in an address, so it is read as they read it.
 */
export function isSafeUrl(url: string): boolean {
  if (PICTURE_DATA.test(url)) return true;
  // `//host/x` on a page that is a file means the file server of that name.
  if (/^[\\/]{2}/.test(asBrowsersRead(url))) return false;
  try {
    return LINK_PROTOCOLS.includes(new URL(url, BASE).protocol);
  } catch {
    return false;
  }
}

/** True for an address that stands for a file near the notebook, without scheme or host. */
export function isRelativeUrl(url: string): boolean {
  return !/^([a-z][a-z\d+.-]*:|\/|\\|#|$)/i.test(asBrowsersRead(url));
}

/** Without control characters and spaces in front of it, and without tabs and line ends inside: what it begins with. */
function asBrowsersRead(url: string): string {
  let start = 0;
  while (url.charCodeAt(start) <= 0x20) start++;
  return url.slice(start).replaceAll(/[\t\n\r]/g, "");
}

/** The address with its percent codes read, or as it is where these mean nothing. */
export function decodedUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A path with slashes, or an id, as part of an address: `#`, `?`, `%` and the like are of the name. */
export function encodedPath(path: string): string {
  // Half a character cannot be encoded.
  return path.replaceAll(/\p{Surrogate}/gu, "\ufffd").split("/").map(encodeURIComponent).join("/");
}
