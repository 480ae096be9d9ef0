/** What the tables of routes are run against: a lab, wherever it is. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Undefined where the answer is none. */
  readonly json: any;
}

export interface RoutesHost {
  /** @param address as it stands in a URL, with its query */
  ask(method: string, address: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
}

export interface FilesHost extends RoutesHost {
  /** Begins anew, without any file. */
  begin(): Promise<void>;
  /** As after a restart of the server, or in a page that is loaded again. @param forgets what the lab keeps for itself is gone */
  again(forgets?: boolean): Promise<void>;
  /** Past the routes. */
  write(path: string, content: Uint8Array | string): Promise<void>;
  read(path: string): Promise<Uint8Array>;
}

export interface KernelsHost extends RoutesHost {
  /** A page at the kernel. */
  open(kernel: string): Promise<Page>;
  /** Where the notebooks of a folder run. */
  placeOf(folder: string): string;
  readonly ways: Ways;
}

/** Where labs differ on purpose: nothing else may. */
export interface Ways {
  /** A page has one; a server as many as are installed. */
  readonly kernels: readonly string[];
  /** A process has a status to end with; a worker can only break. */
  readonly death: string;
}

const LOST = "What it knew is lost; run the cells above again.\n";
export const OF_A_SERVER: Ways = { kernels: ["small", "broken"], death: `The kernel ended: exit status 7. ${LOST}` };
export const OF_A_PAGE: Ways = { kernels: ["small"], death: `The kernel broke: out of memory. ${LOST}` };

export interface Message {
  readonly channel: string;
  readonly header: Record<string, any>;
  readonly parent_header: Record<string, any>;
  readonly content: Record<string, any>;
}

/** A page's end of a socket: what it received, and what it waits for. */
export abstract class Page {
  readonly messages: Message[] = [];
  /** The code with which the other side has closed it. */
  readonly closed: Promise<number>;
  isOpen = true;
  private readonly watchers = new Set<() => void>();
  private end: (code: number) => void = () => {};

  constructor() {
    this.closed = new Promise((resolve) => (this.end = resolve));
  }

  abstract transmit(message: object): void;
  abstract close(): void;

  received(...messages: readonly Message[]): void {
    this.messages.push(...messages);
    for (const watcher of this.watchers) watcher();
  }

  ended(code: number): void {
    this.isOpen = false;
    this.end(code);
    for (const watcher of this.watchers) watcher();
  }

  /** @returns the request's id */
  send(type: string, content: object, channel = "shell", metadata: object = {}): string {
    const msg_id = crypto.randomUUID();
    const header = { msg_id, msg_type: type, session: "test", username: "test", date: new Date().toISOString(), version: "5.3" };
    this.transmit({ channel, header, parent_header: {}, metadata, content });
    return msg_id;
  }

  cell(code: string, metadata: object = {}): string {
    return this.send("execute_request", { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: true }, "shell", metadata);
  }

  /** What came for a request. */
  of(id: string): Message[] {
    return this.messages.filter(({ parent_header }) => parent_header.msg_id === id);
  }

  /** All that came for the cell, once it is done. */
  async run(code: string): Promise<Message[]> {
    const id = this.cell(code);
    await this.done(id);
    return this.of(id);
  }

  async done(id: string): Promise<void> {
    await this.until(() => this.of(id).some(({ header }) => header.msg_type === "execute_reply") && this.of(id).some(({ content }) => content.execution_state === "idle"), `the end of ${id}`);
  }

  until(condition: () => boolean, what: string, ms = 50_000): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!condition()) return;
        clearTimeout(timer);
        this.watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.watchers.delete(look);
        reject(new Error(`waited ${ms} ms for ${what}; got ${JSON.stringify(this.messages).slice(0, 2000)}`));
      }, ms);
      this.watchers.add(look);
    });
  }
}

/** The text that a cell printed. */
export function printed(messages: readonly Message[]): string {
  return messages.filter(({ header }) => header.msg_type === "stream").map(({ content }) => content.text).join("");
}
