/** The stations in a page, under the lab's policy: by keyboard alone, with a finger on a phone, in Korean and in the dark. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleOf } from "../../../src/play/backprop/examples.js";
import { tellingCell } from "../../../src/play/backprop/judge.js";
import { WORDS } from "../../../src/play/backprop/words.js";
import { browserIsMissing, launchBrowser } from "../../fixtures/browsers.js";
import { openPlay, type PlayPage } from "../playPage.js";

describe.skipIf(browserIsMissing)("in Chromium", { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchBrowser()));
  afterAll(() => browser?.close());

  async function open(language: "en" | "ko", example: string, options = {}): Promise<PlayPage> {
    const opened = await openPlay(browser, { kind: "backprop", language, options: { example } }, options);
    await field(opened.page).waitFor();
    return opened;
  }
  const field = (page: Page) => page.getByRole("textbox", { name: /\[0, \d\] =|\bL =/ });
  const widths = (page: Page) => page.evaluate("[document.documentElement.scrollWidth, innerWidth]");

  it("all stations by keys alone", async () => {
    const { page, offences, faults, close } = await open("en", "network");
    while (!(await field(page).evaluate((element) => element.matches(":focus")))) await page.keyboard.press("Tab");
    for (const [k, station] of exampleOf("network").stations.entries()) {
      await page.getByText(`step ${k + 1} of 13`).waitFor();
      await page.keyboard.type(String(station.values.get(...tellingCell(station))).slice(0, 6));
      await page.keyboard.press("Enter");
      await page.getByText("Right!").first().waitFor();
      if (station.numeric) await page.getByText("Tried out").waitFor();
      if (k < 12) await page.keyboard.press("Enter");
    }
    await page.getByText(WORDS.en.finished).waitFor();
    expect(await page.getByText("13 of 13 found").count()).toBe(1);
    expect(await faults()).toEqual([]);
    expect(offences).toEqual([]);
    await close();
  });

  it("names a mistake aloud, keeps what it cannot read, and goes back by arrow", async () => {
    const { page, close } = await open("en", "affine");
    await page.getByRole("button", { name: "dw" }).press("Enter");
    await field(page).fill("twenty-two");
    await field(page).press("Enter");
    expect(await page.getByRole("status").textContent()).toBe(WORDS.en.unreadable);
    expect(await field(page).inputValue()).toBe("twenty-two");
    await field(page).fill("22");
    await field(page).press("Enter");
    expect(await page.getByRole("status").textContent()).toContain(WORDS.en.mistakes.transposed);
    await page.getByRole("button", { name: WORDS.en.next }).press("ArrowLeft");
    await page.getByText("step 1 of 4").waitFor();
    await close();
  });

  it("computes anew while numbers are changed, and says which are none", async () => {
    const { page, close } = await open("en", "graph");
    await page.getByText(WORDS.en.edit).press("Enter");
    await page.getByRole("textbox", { name: "x[0, 0]" }).fill("7");
    expect(await page.locator(".card .matrix").first().innerText()).toContain("7");
    await page.getByRole("textbox", { name: "y[0, 1]" }).fill("2");
    await page.keyboard.press("Tab");
    expect(await page.getByRole("alert").textContent()).toBe(WORDS.en.expectedClass("y[0, 1]", 0, 1));
    await page.getByRole("button", { name: WORDS.en.restore }).click();
    expect(await page.getByRole("textbox", { name: "x[0, 0]" }).inputValue()).toBe("2");
    await close();
  });

  it.each(["network", "affine", "graph"] as const)("%s fits a phone, by touch, in Korean and in the dark", async (example) => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark" };
    const { page, offences, faults, close } = await open("ko", example, phone);
    for (const { name } of exampleOf(example).stations) {
      await page.getByRole("button", { name, exact: true }).tap();
      await page.getByRole("button", { name: WORDS.ko.show }).tap();
      expect(await widths(page), name).toEqual([390, 390]);
    }
    await page.getByText(WORDS.ko.edit).tap();
    expect(await widths(page)).toEqual([390, 390]);
    expect(await page.locator(".stage").innerText()).not.toMatch(/\b(step|Right|Show|Check)\b/);
    expect(await faults()).toEqual([]);
    expect(offences).toEqual([]);
    await close();
  });
});
