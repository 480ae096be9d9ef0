/** A real browser, watched for what must never happen in the lab. */
import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import { expect } from "vitest";
import { launchBrowser, launchFirefox } from "../fixtures/browsers.js";
import type { LabProcess } from "./labProcess.js";

/** Long enough for a machine that does ten other things. */
export const PATIENCE = 120_000;

/** Races in Jupyter's packages, without consequences: the search box meets a cell that is just being drawn, a kernel restarts while it is asked. */
const UPSTREAM = new Set(["CodeMirrorEditor already set.", "Canceled future for kernel_info_request message before replies were done"]);

export interface WatchedBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What broke the page's rules: CSP violations, requests to other hosts, uncaught errors. */
  readonly offences: string[];
  close(): Promise<void>;
}

type ContextOptions = Parameters<Browser["newContext"]>[0];

/** Opens the lab's address, as a user does. */
export async function openBrowser(lab: LabProcess, options: ContextOptions = {}): Promise<WatchedBrowser> {
  return watched(await launchBrowser(), lab, options);
}

/** The same in Firefox. */
export async function openFirefox(lab: LabProcess): Promise<WatchedBrowser> {
  return watched(await launchFirefox(), lab);
}

async function watched(browser: Browser, lab: LabProcess, options: ContextOptions = {}): Promise<WatchedBrowser> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US", ...options });
  context.setDefaultTimeout(PATIENCE);
  const offences: string[] = [];
  await context.addInitScript('addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))');
  context.on("console", (message) => {
    if (/^policy:|Content Security Policy/.test(message.text())) offences.push(message.text());
  });
  context.on("weberror", (error) => {
    const { message } = error.error();
    if (!UPSTREAM.has(message)) offences.push(`uncaught: ${message}`);
  });
  const isForeign = (url: URL) => /^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(lab.origin).host;
  const watch = (request: Request) => {
    // What the policy stops never leaves the machine.
    if (isForeign(new URL(request.url())) && request.failure()?.errorText !== "csp") offences.push(`request: ${request.url()}`);
  };
  context.on("requestfinished", watch);
  context.on("requestfailed", watch);
  const page = await context.newPage();
  await page.goto(lab.address);
  return { context, page, offences, close: () => browser.close() };
}

/** Call it last: nothing of all that was done broke a rule. */
export function expectNoOffence({ offences }: WatchedBrowser): void {
  expect(offences).toEqual([]);
}
