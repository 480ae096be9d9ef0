/** What an editor asks of a cell that is being written. */
import type { CompletionEntry, Identifier, LanguageService, Node, QuickInfo, SourceFile, SymbolDisplayPart } from "typescript";
import type { TypeScript } from "./typescript.js";

/** What fits at a place, best first, and what of the source it takes the place of. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly CompletionEntry[];
}

/** Completes the name at a position, or what may begin there. */
export function completeAt(ts: TypeScript, service: LanguageService, path: string, position: number): Completion {
  const entries = service.getCompletionsAtPosition(path, position, {})?.entries ?? [];
  const file = service.getProgram()!.getSourceFile(path)!;
  const identifier = identifierAt(ts, file, position);
  if (!identifier) return { start: position, end: position, entries: entries.toSorted((a, b) => compare(a.sortText, b.sortText) || compare(a.name, b.name)) };
  const written = identifier.text;
  const fitting = entries.flatMap((entry) => {
    const like = likeness(entry.name, written);
    return like === undefined ? [] : [{ entry, key: `${like}${entry.sortText}` }];
  });
  return { start: identifier.getStart(file), end: identifier.end, entries: fitting.sort((a, b) => compare(a.key, b.key)).map(({ entry }) => entry) };
}

/** 0 for a name that begins as written, 1 if but for capitals, 2 if it holds it. */
function likeness(name: string, written: string): number | undefined {
  if (name.startsWith(written)) return 0;
  const [lower, part] = [name.toLowerCase(), written.toLowerCase()];
  return lower.startsWith(part) ? 1 : lower.includes(part) ? 2 : undefined;
}

function compare(a: string, b: string): number {
  return a.localeCompare(b);
}

function identifierAt(ts: TypeScript, file: SourceFile, position: number): Identifier | undefined {
  const look = (node: Node): Identifier | undefined => {
    if (node.pos > position || node.end < position) return undefined;
    if (ts.isIdentifier(node)) return node.getStart(file) <= position && node.text !== "" ? node : undefined;
    return ts.forEachChild(node, look);
  };
  return look(file);
}

/**
 * What is known of the name at a position: its kind and type, its documentation, its tags.
 *
 * @param isOfCells whether a name is one that a cell declares: such a one is imported here only for the compiler
 * @returns undefined where nothing stands
 */
export function describeAt(service: LanguageService, path: string, position: number, isOfCells: (name: string) => boolean): string | undefined {
  const info = service.getQuickInfoAtPosition(path, position);
  if (!info) return undefined;
  const tags = (info.tags ?? []).filter(({ text }) => text?.length).map(({ name, text }) => `${name === "param" ? "@param " : ""}${textOf(text)}`);
  const docs = info.documentation ?? [];
  return [signature(info, isOfCells), ...(docs.length + (info.tags?.length ?? 0) > 0 ? [""] : []), ...docs.map(({ text }) => text), ...tags].join("\n");
}

function signature({ displayParts }: QuickInfo, isOfCells: (name: string) => boolean): string {
  const text = textOf(displayParts);
  const imported = /^\(alias\) ([^]*)\nimport (\S+)$/.exec(text);
  return imported && isOfCells(imported[2]!) ? imported[1]! : text;
}

function textOf(parts: readonly SymbolDisplayPart[] = []): string {
  return parts.map(({ text }) => text).join("");
}
