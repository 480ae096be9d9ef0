/**
 * TypeScript's own declarations as cells see them: Node is no browser. The types of the DOM stay, because packages
 * mention them; of its variables and functions stay those that this Node has, such as `fetch` and `URL`.
 */
/** By this @types/node knows that the DOM's declarations are there, and does not repeat them. */
const TOLD_BY = "onmessage";

/** Names that the Node of this process has, before the kernel adds its own. */
const OF_NODE = new Set([...Object.getOwnPropertyNames(globalThis), TOLD_BY]);

/** Whether Node has a variable of a page's. */
export function isOfNode(name: string): boolean {
  return OF_NODE.has(name);
}

/** What the kernel gives cells beside Node's own. */
export const OF_KERNEL = `
/**
 * Asks the user of the notebook, and waits for the answer.
 *
 * @throws {Error} where nobody can answer, as in a run without a front end
 */
declare function prompt(message?: string): string;
`;

/** Files whose variables are those of a page. */
const OF_PAGE = new Set(["lib.dom.d.ts", "lib.scripthost.d.ts", "lib.webworker.d.ts"]);

/** The files that the compiler reads in place of all its own: each file of a program costs every cell a little. */
const LANGUAGE = "lib.cells.d.ts";
const PAGE = "lib.cells.page.d.ts";
const LEAN_PAGE = "lib.cells.lean.d.ts";
export const LIBRARIES = [LANGUAGE, PAGE];
/** With few of a page's declarations. */
export const LEAN_LIBRARIES = [LANGUAGE, LEAN_PAGE];

/** What goes into them, with all that these refer to. */
const OF_LANGUAGE = ["lib.es2022.d.ts"];
const OF_A_PAGE = ["lib.dom.d.ts", "lib.dom.iterable.d.ts"];
const REFERENCE = /^\/\/\/\s*<reference lib="([\w.]+)"\s*\/>.*$/gm;

/** Texts by name. */
type Parts = Readonly<Record<"language" | "page", ReadonlyMap<string, string>>>;

/** TypeScript's own declarations as cells see them. */
export class CellLibrary {
  readonly #folder: string;
  readonly #read: (path: string) => string | undefined;
  readonly #leanPage: string;
  #parts: Parts | undefined;

  /**
   * @param folder of the compiler's declarations
   * @param leanPage the few of a page's declarations
   */
  constructor(folder: string, read: (path: string) => string | undefined, leanPage = "") {
    this.#folder = folder;
    this.#read = read;
    this.#leanPage = leanPage;
  }

  /** The text of a file: of one of these declarations as the compiler is to read it, of any other as it is. */
  text(path: string): string | undefined {
    if (!path.startsWith(`${this.#folder}/`)) return this.#read(path);
    const name = path.slice(this.#folder.length + 1);
    if (name === LEAN_PAGE) return this.#leanPage;
    const { language, page } = (this.#parts ??= this.#readParts());
    if (name === LANGUAGE) return [...language.values(), OF_KERNEL].join("\n");
    if (name === PAGE) return [...page.values()].join("\n");
    // A package that asks for a part has it already.
    return language.has(name) || page.has(name) ? "" : this.#read(path);
  }

  #readParts(): Parts {
    const read = (part: string): string => this.#read(`${this.#folder}/${part}`) ?? "";
    const language = libraryParts(read, OF_LANGUAGE);
    const page = new Map([...libraryParts(read, OF_A_PAGE)].filter(([part]) => !language.has(part)));
    return { language, page };
  }
}

/** Files of the compiler's with all that they refer to: texts by name, in an order in which none comes before what it refers to. */
export function libraryParts(read: (name: string) => string, names: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (name: string): void => {
    if (texts.has(name)) return;
    const text = read(name);
    texts.set(name, "");
    for (const [, other] of text.matchAll(REFERENCE)) add(`lib.${other}.d.ts`);
    texts.delete(name);
    const own = text.replace(REFERENCE, "");
    texts.set(name, OF_PAGE.has(name) ? withoutPage(own) : own);
  };
  for (const name of names) add(name);
  return texts;
}

const VALUE = /^declare (?:var|let|const|function) (\w+)/;

function withoutPage(text: string): string {
  let isLeft = false;
  const lines = text.split("\n").filter((line) => {
    if (isLeft) {
      // The end of a declaration over several lines: all within it is indented.
      isLeft = !line.startsWith("}");
      return false;
    }
    const name = VALUE.exec(line)?.[1];
    if (name === undefined || isOfNode(name)) return true;
    isLeft = line.trimEnd().endsWith("{");
    return false;
  });
  return lines.join("\n");
}
