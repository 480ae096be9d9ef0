/** What a cell shows and searches in a page: what Node shows, but for pictures, which a page draws itself. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { decode } from "fast-png";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { danfoBundle } from "../../../src/cli/site/danfoBundle.js";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../../fixtures/browsers.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { type Host, show, type Shown } from "./cells.js";

const HOST = Symbol.for("two-layer-net.host");
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** The page's kernel, as little as there can be of it. */
const KERNEL = `
  import { load as danfo } from "./danfo.js";
  const files = new Map();
  const host = globalThis[Symbol.for("two-layer-net.host")] = {
    display: null, environment: {}, files, folder: "/notebooks", events: new EventTarget(),
    load: (name) => (name === "danfojs-node" ? danfo() : undefined),
    workers: { trial: new URL("trialWorker.js", import.meta.url).href, gap: new URL("gapWorker.js", import.meta.url).href },
  };
  const { show } = await import("./cells.js");
  globalThis.shown = () => show(host, (path) => new TextDecoder().decode(files.get(path)));
`;

const BROWSERS = [
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox },
];

const scripts = new Map<string, Uint8Array>();
let server: Server;
let expected: Shown;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: { cells: "test/host/browser/cells.ts", trialWorker: "dist/study/workers/browser/trialWorker.js", gapWorker: "dist/study/workers/browser/gapWorker.js" },
    bundle: true, splitting: true, minify: true, format: "esm", outdir: "/", write: false, logLevel: "silent",
  });
  for (const { path, contents } of outputFiles) scripts.set(path.replace(/^.*[\\/]/, ""), contents);
  scripts.set("danfo.js", await danfoBundle(process.cwd()));
  scripts.set("page.js", new TextEncoder().encode(KERNEL));
  server = createServer(({ url }, response) => {
    const script = scripts.get(url!.split("/").at(-1)!);
    response.writeHead(200, { ...(url!.startsWith("/isolated/") ? ISOLATED : {}), "content-type": script ? "text/javascript" : "text/html" });
    response.end(script ?? '<!doctype html><link rel="icon" href="data:,"><script type="module" src="page.js"></script>');
  }).listen(0, "127.0.0.1");
  expected = await shownByNode();
}, 240_000);
afterAll(() => void server?.close());

async function shownByNode(): Promise<Shown> {
  const directory = process.env.CIFAR10_DIR;
  const cwd = vi.spyOn(process, "cwd").mockReturnValue(temporaryFolder());
  process.env.CIFAR10_DIR = "";
  const host: Host = { display: null, environment: process.env, events: new EventTarget() };
  host.events.addEventListener("kernel:interrupt", () => void (process as NodeJS.EventEmitter).emit("kernel:interrupt"));
  try {
    (globalThis as Record<symbol, unknown>)[HOST] = host;
    return await show(host, (path) => readFileSync(path, "utf8"));
  } finally {
    delete (globalThis as Record<symbol, unknown>)[HOST];
    delete process.env.TWO_LAYER_NET_LANG;
    cwd.mockRestore();
    if (directory !== undefined) process.env.CIFAR10_DIR = directory;
  }
}

/** Without what depends on the clock. */
function timeless(text: unknown): unknown {
  return typeof text === "string" ? text.replace(/\d+:\d\d( · [^·]*(\/s|s each|하나에 [\d.]+초))?/g, "#") : text;
}

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`in ${name}`, { timeout: 240_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());

    it.each(["isolated", "alone"])("%s, cells show and find what they do in Node", async (folder) => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${folder}/`);
      await page.waitForFunction("globalThis.shown");
      const got = (await page.evaluate("shown()")) as Shown;
      await page.close();

      expect(errors).toEqual([]);
      expect(Object.keys(got.bundles)).toEqual(Object.keys(expected.bundles));
      for (const [what, { "image/png": png, "text/html": html, ...rest }] of Object.entries(expected.bundles)) {
        const { "image/png": gotPng, "text/html": gotHtml, ...gotRest } = got.bundles[what]!;
        const draws = /^(figure|playground|backpropagation)/.test(what);
        for (const [type, value] of Object.entries(rest)) expect({ what, type, value: timeless(gotRest[type]) }).toEqual({ what, type, value: timeless(value) });
        expect(Object.keys(gotRest)).toEqual(Object.keys(rest));
        if (draws) expect([gotPng, gotHtml]).toEqual([undefined, undefined]);
        else if (png) expect(pixels(gotPng)).toEqual(pixels(png));
        else expect(timeless(gotHtml)).toBe(timeless(html));
      }
      expect(got.lines).toEqual(expected.lines);
      const { missing, notice, stoppedAfter, ...same } = got.results;
      expect(same).toEqual(Object.fromEntries(Object.keys(same).map((key) => [key, expected.results[key]])));
      expect(same["korean"]).toBe(false);
      expect(same["interrupted"]).toMatch(/^InterruptedError: sweep: interrupted after 0/);
      expect(missing).toBe("getCifar10Data: expected CIFAR-10's batches in /cifar-10-batches-bin, got no such folder; choose its files by \"Use CIFAR-10…\" above the list of notebooks, and restart the kernel; loadImages() makes do with synthetic images");
      expect(notice).toMatch(/For CIFAR-10 choose its files by\n {2}"Use CIFAR-10…" above the list of notebooks/);
      expect([stoppedAfter, expected.results["stoppedAfter"]]).toEqual([2, 6]);
    });
  });
}

it("danfojs is small, and has nothing of Node", () => {
  const bundle = scripts.get("danfo.js")!;
  expect(new TextDecoder().decode(bundle)).not.toMatch(/require\("(node:)?(fs|stream|http)"\)/);
  const size = gzipSync(bundle).length;
  console.log(`danfojs: ${(size / 1000).toFixed(1)} kB gzipped`);
  expect(size).toBeLessThan(330_000);
});

function pixels(png: unknown): unknown {
  const { width, height, data } = decode(Buffer.from(png as string, "base64"));
  return { width, height, data: [...data] };
}
