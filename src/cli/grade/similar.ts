/** Functions of two students that are the same but for names, types, comments and layout, or nearly so: a place to look, no verdict. */
import ts from "typescript";
import type { HandInResult } from "./result.js";

/** What two students have alike. */
export interface AlikePair {
  /** Ids of the students. */
  readonly students: readonly [string, string];
  readonly exercises: readonly { readonly id: string; readonly share: number; readonly texts: readonly [string, string] }[];
}

/** Tokens of a print; prints that a text must have of its own to be looked at; the share of these that is alike. */
const LENGTH = 6;
const FEWEST = 12;
const ALIKE = 0.8;
/** Own prints of all exercises that are alike: less is what short functions have in common by themselves. */
const TELLING = 40;
/** What more than so many have in common, as a share of the class and at least, says nothing of two. */
const COMMON = 0.06;
const FEW = 5;

interface Printed {
  readonly student: string;
  readonly exercise: string;
  readonly text: string;
  readonly prints: ReadonlySet<string>;
}

/**
 * @param worked texts that are in everybody's hands, such as those of the worked edition
 * @returns most alike first
 */
export function alikePairs(results: readonly HandInResult[], worked: readonly string[] = []): AlikePair[] {
  const known = new Set(worked.flatMap((text) => [...printsOf(text)]));
  const pairs = new Map<string, AlikePair & { exercises: AlikePair["exercises"][number][]; weight: number }>();
  const exercises = new Set(results.flatMap((result) => result.exercises.map(({ id }) => id)));
  for (const id of exercises) {
    const printed = ownPrints(results.flatMap((result) => printedOf(result, id)), known);
    printed.forEach((a, i) => {
      for (const b of printed.slice(i + 1)) {
        const share = shareOf(a.prints, b.prints);
        if (share < ALIKE) continue;
        const key = `${a.student} ${b.student}`;
        const pair = pairs.get(key) ?? { students: [a.student, b.student], exercises: [], weight: 0 };
        pair.weight += share * Math.min(a.prints.size, b.prints.size);
        pair.exercises.push({ id, share, texts: [a.text, b.text] });
        pairs.set(key, pair);
      }
    });
  }
  const found = [...pairs.values()].filter(({ weight }) => weight >= TELLING).sort((a, b) => b.weight - a.weight || (a.students.join() < b.students.join() ? -1 : 1));
  return found.map(({ students, exercises: alike }) => ({ students, exercises: alike }));
}

function printedOf({ id: student, exercises }: HandInResult, exercise: string): Printed[] {
  const text = (exercises.find(({ id }) => id === exercise)?.texts ?? []).filter((part) => part !== "").join("\n\n");
  return text === "" ? [] : [{ student, exercise, text, prints: printsOf(text) }];
}

/** Without the prints that many have, and those of what everybody was given. */
function ownPrints(printed: readonly Printed[], known: ReadonlySet<string>): Printed[] {
  const counts = new Map<string, number>();
  for (const { prints } of printed) for (const print of prints) counts.set(print, (counts.get(print) ?? 0) + 1);
  const most = Math.max(FEW, COMMON * printed.length);
  const isOwn = (print: string): boolean => !known.has(print) && counts.get(print)! <= most;
  return printed.map((one) => ({ ...one, prints: new Set([...one.prints].filter(isOwn)) })).filter(({ prints }) => prints.size >= FEWEST);
}

/** Of the smaller one. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return [...small].filter((print) => large.has(print)).length / small.size;
}

const prints = new Map<string, ReadonlySet<string>>();

/** Every stretch of a few tokens: names of one's own are all alike, those of what is called are not. */
function printsOf(text: string): ReadonlySet<string> {
  const there = prints.get(text);
  if (there) return there;
  const tokens = tokensOf(text);
  const made = new Set(tokens.slice(LENGTH - 1).map((_, i) => tokens.slice(i, i + LENGTH).join(" ")));
  prints.set(text, made);
  return made;
}

function tokensOf(text: string): string[] {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true } });
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, outputText);
  const tokens: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    // whether a statement ends with one is a matter of layout
    if (kind === ts.SyntaxKind.SemicolonToken) continue;
    const isOwnName = kind === ts.SyntaxKind.Identifier && tokens.at(-1) !== ".";
    // a variable is a variable, however it is declared
    tokens.push(isOwnName ? "name" : kind === ts.SyntaxKind.LetKeyword || kind === ts.SyntaxKind.VarKeyword ? "const" : scanner.getTokenText());
  }
  return tokens;
}
