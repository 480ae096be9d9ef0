/** A page with something to play with in it, under the lab's own policy, and watched for what breaks that. */
import { readFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { scriptJson } from "../../src/jupyter/display/html.js";
import { HEADERS, pagePolicy } from "../../src/jupyter/server/http/pagePolicy.js";
import type { PlaySpec } from "../../src/play/spec.js";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const QUEUE = "(window.twoLayerNetPlay = window.twoLayerNetPlay || []).push(JSON.parse(document.querySelector('#spec').textContent));";

export interface PlayPage {
  readonly page: Page;
  /** CSP violations, requests to other hosts, errors. */
  readonly offences: string[];
  /** Serious faults that axe finds. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

/** @param options such as the width of the window, dark or light, touch */
export async function openPlay(browser: Browser, spec: PlaySpec, options: BrowserContextOptions = {}): Promise<PlayPage> {
  const server = createServer(({ url, headers }, response) => {
    const answers: Record<string, [type: string, body: string]> = {
      "/": ["text/html", `<!doctype html><html lang="${spec.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Play</title><link rel="icon" href="data:,">
<style>body { margin: 8px auto; max-width: 900px; } @media (prefers-color-scheme: dark) { body { background: #111; } }</style>
<main><h1 hidden>Play</h1><div data-play="here"><img alt="picture" src="data:,"></div></main><script id="spec" type="application/json">${scriptJson({ id: "here", ...spec })}</script><script src="/queue.js"></script><script src="/play.min.js"></script></html>`],
      "/queue.js": ["text/javascript", QUEUE],
      "/play.min.js": ["text/javascript", readFileSync("dist/play/page.min.js", "utf8")],
    };
    const [type, body] = answers[url!] ?? ["text/plain", ""];
    response.writeHead(200, { ...HEADERS, "content-security-policy": pagePolicy(headers.host!), "content-type": `${type}; charset=utf-8` }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const offences: string[] = [];
  await context.addInitScript('addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))');
  context.on("console", (message) => message.type() === "error" && offences.push(message.text()));
  context.on("weberror", (error) => offences.push(error.error().message));
  context.on("request", (request) => !request.url().startsWith(origin) && !request.url().startsWith("data:") && offences.push(request.url()));
  const page = await context.newPage();
  await page.goto(origin);
  return { page, offences, faults: () => faults(page), close: async () => void (await context.close(), server.close()) };
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(`axe.run({ resultTypes: ["violations"] })`)) as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
