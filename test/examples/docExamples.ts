/** The `@example` blocks of the docstrings, and the TypeScript blocks of Markdown files. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface DocExample {
  /** where it stands, e.g. "src/nn/layers/relu.ts: reluForward" */
  readonly name: string;
  readonly code: string;
  /** environment variables without which it cannot run, as in "```ts needs=CIFAR10_DIR" */
  readonly needs: readonly string[];
}

/** In every TypeScript file of a folder, in the order of their paths. */
export function docstringExamples(folder: string): DocExample[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  return paths.sort().flatMap((path) => fileExamples(join(folder, path).replaceAll("\\", "/")));
}

/** The blocks that begin with "```ts". */
export function markdownExamples(path: string): DocExample[] {
  const blocks = [...readFileSync(path, "utf8").matchAll(/^```ts\b.*?^```$/gms)];
  return blocks.map(([block], i) => ({ name: `${path}: block ${i + 1}`, ...fenced(block) }));
}

function fileExamples(path: string): DocExample[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: DocExample[] = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isVariableDeclaration(node) && !ts.isVariableDeclarationList(node)) found.push(...nodeExamples(path, node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function nodeExamples(path: string, node: ts.Node): DocExample[] {
  const tags = ts.getJSDocTags(node).filter(({ tagName, parent }) => tagName.text === "example" && parent.parent === node);
  return tags.map((tag) => ({ name: `${path}: ${nameOf(node)}`, ...fenced(ts.getTextOfJSDocComment(tag.comment) ?? "") }));
}

function nameOf(node: ts.Node): string {
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : (node as ts.NamedDeclaration);
  return named.name?.getText() ?? "";
}

/** A block without its fence, and what the fence says of it. */
function fenced(text: string): Pick<DocExample, "code" | "needs"> {
  const [, words, code] = /^```ts([^\n]*)\n(.*)```\s*$/s.exec(text) ?? ["", "", text];
  return { code: code!, needs: [...words!.matchAll(/needs=(\w+)/g)].map((match) => match[1]) };
}
