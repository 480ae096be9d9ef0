/** A browser at the site, watched for what breaks a rule. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { StaticServer } from "./staticServer.js";

export const PATIENCE = 60_000;
/** Races of Jupyter's own, which do no harm: in its settings, and with a question to a kernel that is restarted. */
const UPSTREAM = new Set(["Canceled future for kernel_info_request message before replies were done", "registry.plugins[plugin.id] is undefined", "Cannot read properties of undefined (reading 'schema')"]);

export interface Visitor {
  readonly context: BrowserContext;
  /** What broke a rule: reports of the policy, errors that nobody caught, requests to other hosts. */
  readonly offences: string[];
}

export async function visitor(browser: Browser, server: StaticServer, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US", acceptDownloads: true, ...options });
  context.setDefaultTimeout(PATIENCE);
  const offences: string[] = [];
  await context.addInitScript('addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))');
  context.on("console", (message) => {
    if (/^policy:|Content.Security.Policy/.test(message.text())) offences.push(message.text());
  });
  context.on("weberror", (error) => {
    const { message } = error.error();
    if (!UPSTREAM.has(message)) offences.push(`uncaught: ${message}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(server.address).host) offences.push(`request: ${request.url()}`);
  });
  return { context, offences };
}

/** Opens a page of the site; the first visit loads it twice. */
export async function openPage(context: BrowserContext, server: StaticServer, path = ""): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.address + path);
  return page;
}
