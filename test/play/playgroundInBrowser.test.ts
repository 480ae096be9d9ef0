/** The playground as it is played with: by mouse, keys and fingers, wide and narrow, light and dark, in both languages. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteOf } from "../../src/cli/pages/site.js";
import { writeNotebookPage } from "../../src/cli/pages/writePages.js";
import { useBackend } from "../../src/index.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { showPlayground } from "../../src/notebook/showPlayground.js";
import { preset, type PresetName, presetNames, stepsToSee } from "../../src/play/playground/presets.js";
import { short } from "../../src/play/playground/readingText.js";
import { Run } from "../../src/play/playground/run.js";
import { browserIsMissing, launchBrowser } from "../fixtures/browsers.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { notebookText, type TestCell } from "../lab/testNotebook.js";
import { inKernel } from "../notebook/fakeKernel.js";
import { openPlay, type PlayPage } from "./playPage.js";

/** For a machine that does ten other things. */
const SOON = { timeout: 20_000 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(browserIsMissing)("the playground in a browser", { timeout: 120_000 }, () => {
  let browser: Browser;
  let opened: PlayPage | undefined;
  let page: Page;
  const offences: string[] = [];

  beforeAll(async () => void (browser = await launchBrowser()));
  afterAll(() => browser?.close());

  async function play(options: Readonly<Record<string, unknown>> = {}, context: BrowserContextOptions = {}, language: "en" | "ko" = "en"): Promise<void> {
    await done();
    opened = await openPlay(browser, { kind: "playground", language, options }, context);
    page = opened.page;
    await page.locator(".count", { hasText: /0/ }).waitFor();
  }

  /** Ends the page, and keeps what it has done wrong. */
  async function done(): Promise<void> {
    offences.push(...(opened?.offences ?? []));
    await opened?.close();
    opened = undefined;
  }

  const press = (name: string) => page.getByRole("button", { name, exact: true });
  const steps = async (): Promise<number> => Number(/\d+/.exec((await page.locator(".count").textContent())!)![0]);
  /** The number of a row, or of the line on units. */
  const read = async (row: string): Promise<string> => (await page.locator(".row", { hasText: row }).locator("b").textContent())!;
  const points = async (): Promise<number> => Number(/(\d+) training/.exec((await page.locator(".map").getAttribute("aria-label"))!)![1]);
  const share = async (of: Locator, pattern: RegExp): Promise<number> => {
    const [, part, whole = "100"] = pattern.exec((await of.textContent())!)!;
    return Number(part) / Number(whole);
  };
  const dead = () => share(page.locator(".units h3"), /(\d+) of (\d+) dead/);

  /** Plays fast until a claim's steps are done. */
  async function playTo(least: number): Promise<void> {
    await page.getByRole("slider", { name: "Speed" }).press("End");
    await press("Play").click();
    await expect.poll(steps, { timeout: 60_000, interval: 50 }).toBeGreaterThanOrEqual(least);
    await press("Pause").click();
    await drawn();
  }

  /** Until the numbers are those of what was done last: it is told at once, and drawn with the next frame. */
  async function drawn(): Promise<void> {
    const told = async () => (await page.getByRole("status").textContent())!.includes((await page.locator(".count").textContent())!);
    await expect.poll(told, SOON).toBe(true);
  }

  async function begin(name: PresetName): Promise<void> {
    await page.getByLabel("Experiment").selectOption(name);
    await expect.poll(steps, SOON).toBe(0);
  }

  it("shows Node's numbers after a hundred steps", async () => {
    await play();
    for (let epoch = 1; epoch <= 10; epoch++) await press("Epoch").click();
    await expect.poll(steps, SOON).toBe(100);
    useBackend("plain");
    const run = new Run(preset("start"));
    for (let i = 0; i < 100; i++) run.step();
    const { weights } = run.measure();
    useBackend("auto");
    for (const layer of [1, 2]) {
      expect(await read(`Gradient of layer ${layer}`)).toBe(short(run.gradients[layer - 1]!));
      expect(await read(`Weights of layer ${layer}`)).toBe(short(weights[layer - 1]!));
    }
    await press("Reset").click();
    await expect.poll(steps, SOON).toBe(0);
  });

  it("each experiment shows what it claims", async () => {
    await play();
    const gap = () => share(page.locator(".row", { hasText: "Gap" }), /(-?\d+) %/);
    const claims: Record<PresetName, () => Promise<void>> = {
      start: async () => expect(await read("Test accuracy")).toMatch(/9\d|100/),
      dead: async () => expect(await dead()).toBeGreaterThan(0.5),
      offCentre: async () => expect(await dead()).toBe(1),
      saturated: async () => expect(await share(page.locator(".units h3"), /(\d+) % of the gradients/)).toBeGreaterThan(0.5),
      underfitting: async () => expect(await gap()).toBeLessThan(0.1),
      overfitting: async () => expect(await gap()).toBeGreaterThan(0.2),
      regularised: async () => expect(Number(await read("Weights of layer 2"))).toBeLessThan(0.05),
    };
    for (const name of presetNames) {
      await begin(name);
      if (name === "dead") await press("Step").click().then(drawn);
      else await playTo(stepsToSee(name));
      await claims[name]();
    }
  });

  it("every control goes by keys, and does something", async () => {
    await play({}, { permissions: ["clipboard-read", "clipboard-write"] });
    const code = page.locator("pre");
    for (const slider of await page.getByRole("slider").all()) {
      const [before, text] = [await slider.getAttribute("aria-valuetext"), await code.textContent()];
      await slider.press("ArrowRight");
      expect(await slider.getAttribute("aria-valuetext")).not.toBe(before);
      const isShown = !["Speed", "training points", "noise"].includes((await slider.getAttribute("aria-label"))!);
      if (isShown) expect(await code.textContent()).not.toBe(text);
    }
    for (const [name, shown] of [["activation", "leakyRelu"], ["shape", "xor"], ["Experiment", "dead"]] as const) {
      await page.getByLabel(name, { exact: true }).focus();
      await page.keyboard.press("ArrowDown");
      expect(await page.getByLabel(name, { exact: true }).inputValue()).toBe(shown);
    }
    for (const name of ["show test points", "centred on 0"]) {
      const before = await page.getByLabel(name).isChecked();
      await page.getByLabel(name).press("Space");
      expect(await page.getByLabel(name).isChecked()).toBe(!before);
    }
    await page.getByLabel("Seed").fill("7");
    await page.getByLabel("Seed").press("Enter");
    expect(await code.textContent()).toContain("RandomState(7)");
    await press("Step").press("Enter");
    await expect.poll(steps, SOON).toBe(1);
    await press("Play").press("Space");
    await press("Pause").press("Space");
    await press("Copy").press("Enter");
    await press("Copied").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(await code.textContent());
    const map = page.getByRole("application");
    const before = await points();
    await map.press("ArrowUp");
    await map.press("Enter");
    await expect.poll(points, SOON).toBe(before + 1);
    await map.press("Delete");
    await expect.poll(points, SOON).toBe(before);
    expect(await page.getByLabel("shape").inputValue()).toBe("own");
    await press("Clear points").press("Enter");
    await expect.poll(points, SOON).toBe(0);
    await press("Play").click();
    await page.getByRole("status").filter({ hasText: "no training point" }).waitFor();
  });

  it.each(["en", "ko"] as const)("a phone has all of it without scrolling sideways, and a finger puts points (%s)", async (language) => {
    await play({ preset: "overfitting" }, PHONE, language);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    const label = async () => /\d+(?!.*\d)/.exec((await page.locator(".map").getAttribute("aria-label"))!)![0];
    const before = Number(await label());
    await page.locator(".map").tap({ position: { x: 90, y: 90 } });
    await expect.poll(label, SOON).toBe(String(before + 1));
    expect(await opened!.faults()).toEqual([]);
  });

  it("is dark for those who like it dark, and axe finds no serious fault there either", async () => {
    await play({ preset: "dead" }, { colorScheme: "dark" });
    const ground = () => page.locator(".stage").evaluate((node): string => node.ownerDocument.defaultView!.getComputedStyle(node).backgroundColor);
    expect(await ground()).toBe("rgb(22, 25, 29)");
    expect(await opened!.faults()).toEqual([]);
    await page.evaluate("document.body.dataset.jpThemeLight = 'true'");
    await expect.poll(ground, SOON).toBe("rgb(255, 255, 255)");
    expect(await opened!.faults()).toEqual([]);
  });

  it("moves in few steps for those who want little motion", async () => {
    await play({}, { reducedMotion: "reduce" });
    await press("Play").click();
    const seen = new Set<number>();
    for (const end = Date.now() + 1300; Date.now() < end; await page.waitForTimeout(20)) seen.add(await steps());
    expect([...seen].every((count) => count % 30 === 0)).toBe(true);
    expect(seen.size).toBeLessThanOrEqual(4);
  });

  it("says when training has diverged", async () => {
    await play({ learningRate: 100, weightScale: 100, reg: 10 });
    await press("Play").click();
    await expect.poll(() => page.getByRole("status").textContent(), SOON).toContain("diverged");
    expect(await press("Pause").count()).toBe(0);
  });

  it("nothing of that broke the lab's policy, asked another host, or threw", async () => {
    await done();
    expect(offences).toEqual([]);
  });

  it("comes alive in a page of npm start, from a file", async () => {
    const out = temporaryFolder();
    const [sent] = inKernel(() => showPlayground({ preset: "dead" }));
    const cell: TestCell = { id: "play", source: "showPlayground()", outputs: [{ output_type: "display_data", data: sent!.content.data, metadata: {} }] };
    const text = notebookText([cell]);
    writeFileSync(join(out, "play.ipynb"), text);
    const path = writeNotebookPage({ name: "play", path: join(out, "play.ipynb"), notebook: readNotebook(text, "play"), lang: "en" }, siteOf(out, out, ["play"]));
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const shown = await context.newPage();
    const errors: string[] = [];
    shown.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    shown.on("pageerror", (error) => errors.push(error.message));
    await shown.goto(pathToFileURL(path).href);
    await shown.getByRole("button", { name: "Step", exact: true }).click();
    await shown.locator(".count", { hasText: "step 1," }).waitFor();
    expect(await shown.locator("img").count()).toBe(0);
    expect(await shown.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(errors).toEqual([]);
    await context.close();
  });
});
