/**
 * The pictures of the README, from real runs: `npm run pictures`. Needs CIFAR-10, Chromium and the pages
 * that `npm start` makes.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadImages, RandomState, Solver, TwoLayerNet } from "../../dist/index.js";
import { trainingProgress } from "../../dist/notebook/index.js";
import { findBrowser } from "../../dist/cli/submit/findBrowser.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const browser = findBrowser();
if (browser === null) throw new Error("pictures: expected Chromium, Chrome or Edge, got none; install one or name it in CHROME_PATH");

const work = mkdtempSync(join(tmpdir(), "pictures-"));
try {
  keepOutput("two_layer_net", "weights", "weights.png");
  keepOutput("activations", "curves", "activations.png");
  writeFileSync(join(work, "progress.html"), progressPage());
  screenshot(join(work, "progress.html"), "progress.png", [980, 56]);
  // Beside the page, whose styles it needs.
  const copy = join(ROOT, "out", "picture.html");
  writeFileSync(copy, pageFrom("activations", "Through-20-layers"));
  screenshot(copy, "page.png", [1000, 1220]);
  rmSync(copy);
} finally {
  rmSync(work, { recursive: true });
}

/** The picture that a cell of a committed notebook shows. */
function keepOutput(notebook, cell, name) {
  const { cells } = JSON.parse(readFileSync(join(ROOT, "notebooks", `${notebook}.ipynb`), "utf8"));
  const png = cells.find(({ id }) => id === cell).outputs.find(({ data }) => data?.["image/png"]).data["image/png"];
  writeFileSync(target(name), Buffer.from(png, "base64"));
}

/** What a training shows when three fifths of it are done. */
function progressPage() {
  const data = loadImages({ small: true });
  if (data.synthetic) throw new Error("pictures: expected CIFAR-10, got none; run `npm run data`");
  const shown = [];
  const host = { now: () => performance.now(), send: ({ data }) => shown.push(data), later: () => {}, onInterrupt: () => () => {} };
  const random = new RandomState(231);
  const model = new TwoLayerNet({ hiddenDim: 50, random });
  const options = { optimConfig: { learningRate: 1e-3 }, numEpochs: 10, verbose: false, random, progress: trainingProgress({}, host) };
  new Solver(model, data, options).train();
  const { "text/html": html } = shown[Math.floor(shown.length * 0.6)];
  return `<!doctype html><meta charset="utf-8"><body style="font:14px system-ui,sans-serif;margin:18px">${html}</body>`;
}

/** A page without what stands above a heading. */
function pageFrom(name, heading) {
  const cut = `for (let part = document.getElementById("${heading}"); part !== document.body; part = part.parentElement) {
    while (part.previousElementSibling) part.previousElementSibling.remove();
  }`;
  return readFileSync(join(ROOT, "out", `${name}.html`), "utf8").replace("</body>", () => `<script>${cut}</script></body>`);
}

function screenshot(page, name, [width, height]) {
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=10000"];
  execFileSync(browser, [...flags, `--user-data-dir=${join(work, "profile")}`, `--window-size=${width},${height}`, `--screenshot=${target(name)}`, pathToFileURL(page).href], { stdio: "ignore" });
}

function target(name) {
  return join(ROOT, ".github/pictures", name);
}
