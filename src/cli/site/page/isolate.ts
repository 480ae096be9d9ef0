/** Sees to the service worker: it lends the page threads where the host sets no headers, and keeps the site for when there is no network. */

/** The page has been loaded anew for this already: where it did not help it will not help again. */
const TRIED = "two-layer-net isolated";
/** How long the page waits for it, in ms; without it, it works as well, on one thread. */
const PATIENCE = 4000;

/** What the page and the service worker say to each other. */
export type ToServiceWorker = "keep all" | "take over";

/**
 * Before anything is on the page.
 *
 * @returns false if the page is being loaded anew
 */
export async function isolate(base: URL): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return true;
  const { controller } = navigator.serviceWorker;
  try {
    // The browser looks for a newer one by itself; registering it once more waits for that, up to two seconds in Chromium.
    const known = controller === null ? undefined : await navigator.serviceWorker.getRegistration(base);
    const registration = known ?? (await navigator.serviceWorker.register(new URL("sw.js", base), { scope: base.pathname }));
    if (registration.waiting !== null && controller !== null && (await takesOver(registration.waiting))) return again();
    if (crossOriginIsolated || sessionStorage.getItem(TRIED) !== null) return true;
    sessionStorage.setItem(TRIED, "yes");
    if (!(await within(PATIENCE, controlled()))) return true;
    return again();
  } catch {
    // Not allowed here: a private window, a host of plain http, a school's rules.
    return true;
  }
}

/** Asks it to keep what was not asked for yet, for when there is no network. */
export function keepAll(): void {
  navigator.serviceWorker?.controller?.postMessage("keep all" satisfies ToServiceWorker);
}

/** A newer site has come: it begins here if no other page shows the old one. */
function takesOver(waiting: ServiceWorker): Promise<boolean> {
  const changed = new Promise<void>((resolve) => navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true }));
  const { port1, port2 } = new MessageChannel();
  const asked = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
  });
  waiting.postMessage("take over" satisfies ToServiceWorker, [port2]);
  return within(PATIENCE, asked.then(async (willing) => willing && (await changed, true)));
}

async function controlled(): Promise<boolean> {
  if (navigator.serviceWorker.controller === null) {
    await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  }
  return true;
}

function within(ms: number, promise: Promise<boolean>): Promise<boolean> {
  return Promise.race([promise, new Promise<boolean>((resolve) => setTimeout(resolve, ms, false))]);
}

function again(): false {
  location.reload();
  return false;
}
