/** How long does a frame of the playground take, with as much in it as its sliders allow? */
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../dist/cli/submit/findBrowser.js";
import { named } from "./check.mjs";
import { median } from "./duel.mjs";
import { table } from "./table.mjs";

export const title = "The playground, 50 hidden units and 500 points: computing and drawing, a frame";

const OPTIONS = { hiddenDim: 50, numTraining: 500, batchSize: 50 };
const [FRAME, BETWEEN] = ["script of a frame", "from frame to frame"];

export const targets = [{ name: "playground, script of a frame, ms (60 a second)", limit: 16.7, of: (rows) => named(rows, FRAME).median }];

export async function measure({ quick }) {
  const executablePath = findBrowser();
  if (executablePath === null) return [];
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const times = { [FRAME]: [], [BETWEEN]: [] };
  try {
    for (let round = 0; round < (quick ? 2 : 7); round++) {
      const { script, between } = await play(browser);
      times[FRAME].push(script);
      times[BETWEEN].push(between);
    }
  } finally {
    await browser.close();
  }
  return Object.entries(times).map(([name, ms]) => ({ name, median: median(ms) }));
}

export function report(results) {
  if (results.length === 0) return "No Chromium, Chrome or Edge was found.";
  return table(results.map(({ name, median: ms }) => ({ time: name, "median ms": ms.toFixed(1) })));
}

/** Three seconds of play on a page of its own, once it has got going. */
async function play(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent('<!doctype html><div data-play="here"></div>');
  await page.evaluate((options) => (window.twoLayerNetPlay = [{ id: "here", kind: "playground", language: "en", options }]), OPTIONS);
  await page.addScriptTag({ path: fileURLToPath(new URL("../dist/play/page.min.js", import.meta.url)) });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const spent = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ScriptDuration").value;
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForTimeout(1000);
  const before = await spent();
  const { frames, ms } = await page.evaluate(() => new Promise((resolve) => {
    const start = performance.now();
    let frames = 0;
    requestAnimationFrame(function next() {
      frames++;
      const ms = performance.now() - start;
      if (ms < 3000) requestAnimationFrame(next);
      else resolve({ frames, ms });
    });
  }));
  const script = (1000 * ((await spent()) - before)) / frames;
  await page.close();
  return { script, between: ms / frames };
}
