/**
 * TypeScript's own declarations as cells see them: Node is no browser. The types of the DOM stay, because packages
 * mention them; of its variables and functions stay those that this Node has, such as `fetch` and `URL`.
 */
import { basename } from "node:path";

/** By this @types/node knows that the DOM's declarations are there, and does not repeat them. */
const TOLD_BY = "onmessage";

/** Names that the Node of this process has, before the kernel adds its own. */
const OF_NODE = new Set([...Object.getOwnPropertyNames(globalThis), TOLD_BY]);

/** What the kernel gives cells beside Node's own. */
const OF_KERNEL = `
/**
 * Asks the user of the notebook, and waits for the answer.
 *
 * @throws {Error} where nobody can answer, as in a run without a front end
 */
declare function prompt(message?: string): string;
`;

/** Files whose variables are those of a page. */
const OF_PAGE = new Set(["lib.dom.d.ts", "lib.scripthost.d.ts", "lib.webworker.d.ts"]);

/** A file that every cell is compiled with. */
const EVERY = "lib.es2022.d.ts";

/** The libraries that cells are compiled with. */
export const LIBRARIES = [EVERY, "lib.dom.d.ts", "lib.dom.iterable.d.ts"];

/** The text of a file of declarations as the compiler is to read it. */
export function cellLibrary(path: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const name = basename(path);
  if (name === EVERY) return text + OF_KERNEL;
  return OF_PAGE.has(name) ? withoutPage(text) : text;
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
    if (name === undefined || OF_NODE.has(name)) return true;
    isLeft = line.trimEnd().endsWith("{");
    return false;
  });
  return lines.join("\n");
}
