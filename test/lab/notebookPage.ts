/** A notebook in a page, used as a person does: by mouse and keys. */
import type { BrowserContext, Locator, Page } from "playwright-core";
import { later } from "../fixtures/later.js";
import type { LabProcess } from "./labProcess.js";

export class NotebookPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** A page that is open already. */
  static at(page: Page): NotebookPage {
    return new NotebookPage(page);
  }

  /** Opens a notebook in a tab of its own and waits for its kernel. */
  static async open(context: BrowserContext, lab: LabProcess, name: string): Promise<NotebookPage> {
    const notebook = await NotebookPage.see(await context.newPage(), lab, name);
    await notebook.ready();
    return notebook;
  }

  /** Opens a notebook in a tab and waits for its cells alone. */
  static async see(page: Page, { origin }: LabProcess, name: string): Promise<NotebookPage> {
    await page.goto(`${origin}/notebooks/${name}`);
    const notebook = new NotebookPage(page);
    await notebook.cell(0).waitFor();
    return notebook;
  }

  async ready(): Promise<void> {
    await this.cell(0).waitFor();
    await this.page.locator('.jp-Notebook-ExecutionIndicator:is([data-status="idle"], [data-status="busy"])').waitFor();
  }

  /** A cell by its place, from 0. */
  cell(index: number): Locator {
    return this.page.locator(".jp-Notebook .jp-Cell").nth(index);
  }

  output(index: number): Locator {
    return this.cell(index).locator(".jp-OutputArea-output");
  }

  prompt(index: number): Locator {
    return this.cell(index).locator(".jp-InputPrompt");
  }

  /** Makes it the active cell, in command mode. */
  async select(index: number): Promise<void> {
    await this.cell(index).scrollIntoViewIfNeeded();
    await this.cell(index).locator(".jp-InputPrompt, .jp-InputArea-prompt").first().click();
    await this.page.keyboard.press("Escape");
  }

  /** Puts the cursor into a cell. */
  async edit(index: number): Promise<void> {
    await this.select(index);
    await this.page.keyboard.press("Enter");
  }

  /** Replaces the text of a cell. */
  async write(index: number, text: string): Promise<void> {
    await this.edit(index);
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.insertText(text);
  }

  /** Runs a cell and waits for its number. */
  async run(index: number): Promise<void> {
    await this.start(index);
    await this.done(index);
  }

  async start(index: number): Promise<void> {
    const before = (await this.prompt(index).textContent()) ?? "";
    await this.select(index);
    await this.page.keyboard.press("Control+Enter");
    await this.prompt(index).filter({ hasNotText: before }).waitFor();
  }

  async done(index: number): Promise<void> {
    await this.prompt(index).filter({ hasText: /\[\d+\]/ }).waitFor();
  }

  /** Chooses an entry of a menu by its words. */
  async choose(menu: string, ...entries: readonly (string | RegExp)[]): Promise<void> {
    await this.page.locator(".lm-MenuBar-item", { hasText: menu }).first().click();
    for (const entry of entries) await this.page.locator(".lm-Menu-item:visible", { hasText: entry }).first().click();
  }

  async save(): Promise<void> {
    const saved = later(this.page.waitForResponse((response) => response.request().method() === "PUT" && response.url().includes("/api/contents/")));
    await this.page.keyboard.press("ControlOrMeta+s");
    await saved;
  }

  /** The open dialog's button. */
  dialogButton(name: string | RegExp): Locator {
    return this.page.locator(".jp-Dialog").getByRole("button", { name });
  }
}
