/** The kernels under test, as one client each: that of Node, and that of a page in a browser. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { KernelUnderTest, PROJECT } from "../kernel/kernelUnderTest.js";
import type { Sent } from "./pageDriver.js";
import type { Site } from "./site.js";

type Told = Pick<Sent, "type" | "content">;

export interface Client {
  run(code: string, options?: object): Promise<Told[]>;
  /** Several cells, sent at once. */
  runAll(codes: readonly string[]): Promise<Told[][]>;
  ask(type: string, content: object): Promise<Told[]>;
  interruptAfter(text: string): Promise<unknown>;
  reply(value: string): Promise<unknown>;
  end(): Promise<void>;
}

export async function nodeClient(files: Readonly<Record<string, string>>): Promise<Client> {
  const root = temporaryFolder();
  symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"), "junction");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const kernel = await KernelUnderTest.start(join(root, "notebooks"));
  const answer = async (id: string): Promise<Told[]> => {
    const { published, reply } = await kernel.answer(id);
    return [...published.slice(0, -1), reply, ...published.slice(-1)];
  };
  let answered = 0;
  return {
    run: (code, options) => answer(kernel.sendCell(code, options)),
    runAll: (codes) => Promise.all(codes.map((code) => answer(kernel.sendCell(code)))),
    ask: (type, content) => answer(kernel.send(type, content)),
    interruptAfter: (text) => kernel.interruptAfter(text),
    async reply(value) {
      const { prompt } = await kernel.question(answered++);
      kernel.reply(value);
      return prompt;
    },
    end: () => kernel.stop(),
  };
}

export interface PageOptions {
  /** Beside the notebooks. */
  readonly files?: Readonly<Record<string, string>>;
  readonly kind?: "isolated" | "plain";
  /** Of the notebook. */
  readonly folder?: string;
  readonly lang?: "en" | "ko";
  /** Is told the name of each file that the page and its workers ask for. */
  readonly asked?: (file: string) => void;
}

export async function pageClient(browser: Browser, site: Site, { files = {}, kind = "isolated", folder = "notebooks", lang = "en", asked = () => {} }: PageOptions = {}): Promise<Client & { value(expression: string): Promise<unknown> }> {
  const page = await browser.newPage();
  page.on("request", (request) => asked(request.url().split("/").at(-1)!));
  await page.goto(site.address(kind));
  await page.waitForFunction("globalThis.PageDriver");
  await page.evaluate(`(globalThis.kernel = new PageDriver(${JSON.stringify(site.files)}, ${JSON.stringify({ stored: files, folder, lang })})).ready()`);
  const call = (name: string, ...values: unknown[]): Promise<unknown> => page.evaluate(`kernel.${name}(${values.map((value) => JSON.stringify(value)).join(", ")})`);
  return {
    run: (code, options = {}) => call("run", code, options) as Promise<Told[]>,
    runAll: (codes) => page.evaluate(`Promise.all(${JSON.stringify(codes)}.map((code) => kernel.run(code)))`) as Promise<Told[][]>,
    ask: (type, content) => call("ask", type, content) as Promise<Told[]>,
    interruptAfter: (text) => call("interruptAfter", text),
    reply: (value) => call("reply", value),
    end: () => page.close(),
    value: (expression) => page.evaluate(expression),
  };
}
