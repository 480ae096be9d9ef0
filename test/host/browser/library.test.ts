/** The library in a page: bundled without a setting, small, without Node, and with Node's numbers. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build as esbuild } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build as vite, type Rollup } from "vite";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../../fixtures/browsers.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { compute, type Results } from "./program.js";

const HERE = import.meta.dirname;
const AFFINE = 'import { affineForward, affineBackward } from "two-layer-net"; console.log(affineForward, affineBackward);';
const whole = (path: string) => `export * from "${path}";`;
const PROGRAM = 'import { compute } from "./program.js"; globalThis.compute = compute;';

interface Bundle {
  readonly text: string;
  readonly warnings: readonly string[];
}

async function bundledByEsbuild(contents: string): Promise<Bundle> {
  const stdin = { contents, resolveDir: HERE, loader: "ts" } as const;
  const { outputFiles, warnings } = await esbuild({ stdin, bundle: true, minify: true, format: "esm", write: false, logLevel: "silent" });
  return { text: outputFiles[0].text, warnings: warnings.map(({ text }) => text) };
}

async function bundledByVite(contents: string): Promise<Bundle> {
  const warnings: string[] = [];
  const warn = (text: string) => void warnings.push(text);
  const silent = { info() {}, warn, warnOnce: warn, error: warn, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
  const entry = join(HERE, "virtual-entry.ts");
  const plugin = { name: "entry", resolveId: (id: string) => (id === entry ? id : null), load: (id: string) => (id === entry ? contents : null) };
  const built = await vite({
    root: HERE, configFile: false, plugins: [plugin], customLogger: silent,
    build: { write: false, rollupOptions: { input: entry, preserveEntrySignatures: "strict" } },
  });
  const { output } = built as Rollup.RollupOutput;
  return { text: output.map((part) => ("code" in part ? part.code : "")).join("\n"), warnings };
}

describe.each(Object.entries({ esbuild: bundledByEsbuild, Vite: bundledByVite }))("bundled by %s", (bundler, bundled) => {
  it.each([
    ["the whole", whole("two-layer-net"), "affineForward", 60_000],
    ["affine layers", AFFINE, "affineForward", 15_000],
    ["what one studies with", whole("two-layer-net/study"), "measureGaps", 150_000],
    ["what a cell shows", whole("two-layer-net/notebook"), "showPlayground", 180_000],
  ])("%s is small and has nothing of Node", async (what, contents, name, limit) => {
    const { text, warnings } = await bundled(contents);
    expect(warnings).toEqual([]);
    expect(text).toContain(name);
    expect(text).not.toMatch(/["']node:|createRequire|\bBuffer\.|process\.(env|platform|cwd|on)\b/);
    const size = gzipSync(text).length;
    console.log(`${what}, bundled by ${bundler}: ${(size / 1000).toFixed(1)} kB gzipped`);
    expect(size).toBeLessThan(limit);
  });
});

const SEARCH = `<!doctype html><link rel="icon" href="data:,"><pre id="log"></pre>
<script type="module">
  import { measureGaps, sweep } from "two-layer-net/study";
  import { RandomState } from "two-layer-net";
  const [X, y] = [new RandomState(231).randn(60, 2), Array.from({ length: 60 }, (_, i) => i % 2)];
  const data = { XTrain: X.slice(0, 40), yTrain: y.slice(0, 40), XVal: X.slice(40), yVal: y.slice(40) };
  const { trials } = await sweep(data, { learningRate: [0.1, 0.5], hiddenDim: [5] }, { numClasses: 2, batchSize: 10, rungs: [2], workers: 2 });
  const gaps = await measureGaps({ XTrain: X, yTrain: y, XTest: X, yTest: y }, [{ numTraining: 20, steps: 3 }], { workers: 1 });
  document.querySelector("#log").textContent = trials.length + " trials, " + gaps.length + " gap";
</script>`;

it.skipIf(browserIsMissing).each([
  ["the README's page trains", /```html\n([^]*?)```/.exec(readFileSync("README.md", "utf8"))![1]!, /(Epoch \d[^]*){6}/],
  ["workers search", SEARCH, /^2 trials, 1 gap$/],
])("%s, bundled by Vite as it stands", { timeout: 240_000 }, async (_, html, logged) => {
  const root = temporaryFolder();
  mkdirSync(join(root, "node_modules"));
  symlinkSync(process.cwd(), join(root, "node_modules/two-layer-net"), "junction");
  writeFileSync(join(root, "index.html"), html);
  await vite({ root, base: "./", configFile: false, logLevel: "error", build: { target: "es2022" } });
  const server = createServer(({ url }, response) => {
    const path = join(root, "dist", url === "/" ? "index.html" : url!);
    response.writeHead(existsSync(path) ? 200 : 404, { "content-type": path.endsWith(".js") ? "text/javascript" : "text/html" });
    response.end(existsSync(path) ? readFileSync(path) : "");
  }).listen(0, "127.0.0.1");
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.locator("#log", { hasText: logged }).waitFor();
  expect(await page.locator("#log").textContent()).toMatch(logged);
  await browser.close();
  server.close();
});

/** Isolated from other sites a page may share memory between threads. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

const BROWSERS = [
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox },
];

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`in ${name}`, { timeout: 240_000 }, () => {
    let server: Server;
    let browser: Browser;
    let expected: Results;

    beforeAll(async () => {
      const { text } = await bundledByEsbuild(PROGRAM);
      server = createServer(({ url }, response) => {
        const isProgram = url!.endsWith(".js");
        response.writeHead(200, { ...(url!.startsWith("/isolated/") ? ISOLATED : {}), "content-type": isProgram ? "text/javascript" : "text/html" });
        response.end(isProgram ? text : '<!doctype html><link rel="icon" href="data:,"><script type="module" src="program.js"></script>');
      }).listen(0, "127.0.0.1");
      const directory = process.env.CIFAR10_DIR;
      process.env.CIFAR10_DIR = "";
      expected = compute(1, join(temporaryFolder(), "model.npz"));
      if (directory !== undefined) process.env.CIFAR10_DIR = directory;
      browser = await launch();
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    async function results(folder: string, threads: number): Promise<Results> {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${folder}/`);
      await page.waitForFunction("globalThis.compute");
      const computed = await page.evaluate(`compute(${threads}, "model.npz")`);
      await page.close();
      return computed as Results;
    }

    it.each([["alone", 2, "wasm, 1 thread (without shared memory)"], ["isolated", 2, "wasm, 2 threads"]])("%s, gradient checks and training give Node's bits", async (folder, threads, engine) => {
      const got = await results(folder, threads);
      expect(got.engine).toBe(engine);
      expect(Object.keys(got.numbers)).toEqual(Object.keys(expected.numbers));
      for (const [name, numbers] of Object.entries(expected.numbers)) {
        expect(numbers.length, name).toBe(got.numbers[name].length);
        expect(numbers.filter((number, i) => !Object.is(number, got.numbers[name][i])), name).toEqual([]);
      }
    });
  });
}
