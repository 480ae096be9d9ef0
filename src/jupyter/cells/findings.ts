import type { Diagnostic, DiagnosticMessageChain, Program, SourceFile } from "typescript";
import type { TypeScript } from "./typescript.js";

/** What the compiler has against a cell, or a file that it imports; positions count from 1. */
export interface Finding {
  /** The file's path, undefined for the cell itself. */
  readonly path: string | undefined;
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** Of TypeScript, or 0 for a finding of one's own. */
  readonly code: number;
  readonly message: string;
  /** What to do. */
  readonly advice?: string | undefined;
}

/** A diagnostic, with what to do. */
export type Advised = Diagnostic & { advice?: string | undefined };

/**
 * Looks through what the compiler says of a file: leaves out, changes, adds, advises.
 *
 * @param program in which the file was checked
 * @param isCell whether it is the cell itself, and not a file that it imports
 */
export type Review = (program: Program, file: SourceFile, found: readonly Diagnostic[], isCell: boolean) => readonly Advised[];

/** The compiler's codes for: await at the top of what is to become CommonJS; in `for await`; outside of async functions; a name that CommonJS takes. */
const OF_FUNCTIONS = new Set([1378, 1432, 1309, 2441]);
const IS_IMPORT = 2632;

/** What is said of a name that an earlier cell declares: there it is no import. */
const NOT_ASSIGNED: readonly [flag: "Function" | "Class" | "RegularEnum" | "ValueModule" | "BlockScopedVariable", code: number, what: string][] = [
  ["BlockScopedVariable", 2588, "it is a constant"],
  ["Function", 2630, "it is a function"],
  ["Class", 2629, "it is a class"],
  ["RegularEnum", 2628, "it is an enum"],
  ["ValueModule", 2631, "it is a namespace"],
];

/** What the compiler says of a file of a program, without what is no fault in a cell. */
export function diagnosticsOf(ts: TypeScript, program: Program, file: SourceFile, isCell: (path: string) => boolean): Diagnostic[] {
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.filter(({ code }) => !OF_FUNCTIONS.has(code)).map((diagnostic) => (diagnostic.code === IS_IMPORT ? notAssigned(ts, program, diagnostic, isCell) : diagnostic));
}

function notAssigned(ts: TypeScript, program: Program, diagnostic: Diagnostic, isCell: (path: string) => boolean): Diagnostic {
  const { file, start, length } = diagnostic;
  const name = file?.text.slice(start, start! + length!);
  const checker = program.getTypeChecker();
  const alias = checker.getSymbolsInScope(file!, ts.SymbolFlags.Alias).find((symbol) => symbol.name === name);
  const symbol = alias && checker.getAliasedSymbol(alias);
  if (!symbol?.declarations?.some((declaration) => isCell(declaration.getSourceFile().fileName))) return diagnostic;
  const [, code, what] = NOT_ASSIGNED.find(([flag]) => symbol.flags & ts.SymbolFlags[flag]) ?? [];
  return code === undefined ? diagnostic : { ...diagnostic, code, messageText: `Cannot assign to '${name}' because ${what}.` };
}

/** Positions of a diagnostic, and its message with the parts of a chain one below the other. */
export function findingOf({ start = 0, length = 0, code, messageText, advice }: Advised, source: string, path?: string): Finding {
  const at = Math.min(start, source.length);
  const before = source.slice(0, at).split(/\r\n?|\n/);
  const message = typeof messageText === "string" ? messageText : chained(messageText).join("\n  ");
  return { path, source, line: before.length, column: before.at(-1)!.length + 1, length, code, message, ...(advice === undefined ? {} : { advice }) };
}

function chained({ messageText, next = [] }: DiagnosticMessageChain): string[] {
  return [messageText, ...next.flatMap(chained)];
}
