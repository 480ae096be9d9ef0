/** Which addresses a page may hold: none that can run a script. */
const BASE = "https://relative.invalid";
const LINK_PROTOCOLS = ["https:", "http:", "mailto:"];
const PICTURE_DATA = /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i;

/**
 * True for http, https, mailto and relative addresses, and for pictures inside the address.
 * Browsers ignore odd spaces and letter cases in an address, so it is read as they read it.
 */
export function isSafeUrl(url: string): boolean {
  if (PICTURE_DATA.test(url)) return true;
  try {
    return LINK_PROTOCOLS.includes(new URL(url, BASE).protocol);
  } catch {
    return false;
  }
}

/** True for an address that stands for a file near the notebook, without scheme or host. */
export function isRelativeUrl(url: string): boolean {
  return !/^([a-z][a-z\d+.-]*:|\/|\\|#|$)/i.test(url);
}

/** The address with its percent codes read, or as it is where these mean nothing. */
export function decodedUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
