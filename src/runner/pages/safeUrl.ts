/** Which addresses a page may hold: none that can run a script. */
const base = "https://relative.invalid";
const linkProtocols = ["https:", "http:", "mailto:"];
const pictureData = /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i;

/**
 * True for http, https, mailto and relative addresses, and for pictures inside the address.
 * Browsers ignore odd spaces and letter cases in an address, so it is read as they read it.
 */
export function isSafeUrl(url: string): boolean {
  if (pictureData.test(url)) return true;
  try {
    return linkProtocols.includes(new URL(url, base).protocol);
  } catch {
    return false;
  }
}

/** True for an address that stands for a file near the notebook, without scheme or host. */
export function isRelativeUrl(url: string): boolean {
  return !/^([a-z][a-z\d+.-]*:|\/|\\|#|$)/i.test(url);
}
