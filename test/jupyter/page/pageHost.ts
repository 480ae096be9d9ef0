/** The page's lab in a browser, as the tables of routes ask it. */
import type { Page as BrowserPage } from "playwright-core";
import { type FilesHost, type KernelsHost, type Message, OF_A_PAGE, Page, type Reply } from "../server/labHost.js";

/** What the front end brings, as in `server/labUnderTest.ts`. */
const FRONT_END = {
  schemas: { "@x/themes:plugin": { type: "object", properties: { theme: { default: "light" } } } },
  korean: { jupyterlab: { "": { language: "ko-KR" }, File: ["파일"] } },
};

export class PageHost implements FilesHost, KernelsHost {
  readonly ways = OF_A_PAGE;
  private readonly page: BrowserPage;
  private readonly address: string;
  private files = 0;
  private own = 0;

  /** @param address of `labInPage.ts` */
  constructor(page: BrowserPage, address: string) {
    this.page = page;
    this.address = address;
  }

  async begin(): Promise<void> {
    this.files++;
    await this.again(true);
  }

  async again(forgets = false): Promise<void> {
    if (forgets) this.own++;
    await this.page.goto(this.address);
    await this.page.waitForFunction("globalThis.begin");
    await this.call("begin", `files ${this.files}`, `own ${this.own}`, FRONT_END);
  }

  async ask(method: string, address: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const answer = await this.call<Omit<Reply, "json">>("lab.ask", method, address, body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body), headers);
    const isJson = answer.headers["content-type"] === "application/json";
    return { ...answer, json: isJson && answer.text !== "" ? JSON.parse(answer.text) : undefined };
  }

  async write(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = Buffer.from(content as string).toString("base64");
    await this.page.evaluate(`fetch("data:;base64,${bytes}").then((answer) => answer.arrayBuffer()).then((bytes) => lab.store.write(${JSON.stringify(path)}, new Uint8Array(bytes)))`);
  }

  async read(path: string): Promise<Uint8Array> {
    // One character a byte.
    const text = await this.page.evaluate(`lab.store.read(${JSON.stringify(path)}).then((bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))`);
    return Buffer.from(text as string, "latin1");
  }

  async open(kernel: string): Promise<Page> {
    const number = await this.call<number>("lab.open", kernel);
    return new BridgedPage((name, ...values) => this.call(`lab.${name}`, number, ...values));
  }

  placeOf(folder: string): string {
    return folder;
  }

  private call<Value>(name: string, ...values: unknown[]): Promise<Value> {
    return this.page.evaluate(`${name}(${values.map((value) => JSON.stringify(value)).join(", ")})`) as Promise<Value>;
  }
}

/** A socket in the page, by way of the browser's driver. */
class BridgedPage extends Page {
  private readonly call: (name: "close" | "heard" | "send", ...values: unknown[]) => Promise<unknown>;

  constructor(call: BridgedPage["call"]) {
    super();
    this.call = call;
    // The page may go in between, with the test that opened it.
    this.listen().catch(() => {});
  }

  transmit(message: object): void {
    void this.call("send", message);
  }

  close(): void {
    this.call("close").catch(() => {});
  }

  private async listen(): Promise<void> {
    while (this.isOpen) {
      for (const heard of (await this.call("heard")) as (Message | number)[]) {
        if (typeof heard === "number") this.ended(heard);
        else this.received(heard);
      }
    }
  }
}
