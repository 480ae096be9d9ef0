import type { JSDoc } from "typescript";
import type { TypeScript } from "../cells/typescript.js";

/** What a cell says about itself in documentation comments at its beginning, as in tslab. */
export interface CodeTags {
  /** `@module name`: the cell is a file of the notebook's folder, which other cells import. */
  readonly module?: string;
  /** `@jsx`: that file is a .tsx. */
  readonly jsx: boolean;
  /** `@browser`: the cell is for a page, and is only compiled. */
  readonly browser: boolean;
}

const COMMENT = /^\s*(?:\/\/[^\n]*|\/\*[^]*?\*\/)/;
const MODULE_NAME = /^\w+$/;

/** Reads the tags of a cell. */
export function codeTags(ts: TypeScript, code: string): CodeTags {
  const tags = (/@(?:module|jsx|browser)\b/.test(code) ? commentsBefore(code) : []).flatMap((comment) => tagsOf(ts, comment));
  const named = tags.filter(({ name }) => name === "module").map(({ text }) => text).filter((text) => MODULE_NAME.test(text)).at(-1);
  const has = (tag: string): boolean => tags.some(({ name }) => name === tag);
  return { ...(named === undefined ? {} : { module: named }), jsx: has("jsx"), browser: has("browser") };
}

function commentsBefore(code: string): string[] {
  const comments: string[] = [];
  for (let [rest, found] = [code, COMMENT.exec(code)]; found; rest = rest.slice(found[0].length), found = COMMENT.exec(rest)) comments.push(found[0].trim());
  return comments; // Those that are no documentation have no tags for the compiler.
}

function tagsOf(ts: TypeScript, comment: string): { name: string; text: string }[] {
  const file = ts.createSourceFile("tags.ts", `${comment}\n;`, ts.ScriptTarget.ES2022, true);
  const documentation = (file.statements[0] as unknown as { jsDoc?: JSDoc[] } | undefined)?.jsDoc ?? [];
  return documentation.flatMap(({ tags = [] }) => [...tags]).map(({ tagName, comment: text }) => ({ name: tagName.text, text: typeof text === "string" ? text : "" }));
}
