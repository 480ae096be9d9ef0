/** The code of one exercise: the functions that it asks for, and of all else in the notebook only what these reach. */
import ts from "typescript";
import type { Declaration, Declared, Imported } from "./declarations.js";

export interface LearnersCode {
  /** JavaScript: an arrow function that takes the library's names and returns the functions by name. */
  readonly code: string;
  /** Names of the library, as the code calls them. */
  readonly names: Readonly<Record<string, string>>;
  /** What a stack trace needs to tell of cells. */
  readonly places: { readonly map: object; readonly parts: readonly { readonly start: number; readonly cell: string; readonly line: number }[]; readonly lines: readonly string[] };
  /** The functions as they are written, without what they call. */
  readonly texts: readonly string[];
  /** Names of the notebook's own that these reach, theirs among them. */
  readonly reached: readonly string[];
  /** Those that no cell declares; those that several do. */
  readonly missing: readonly string[];
  readonly double: readonly string[];
  /** Imports from elsewhere than the library. */
  readonly foreign: readonly string[];
}

const LIBRARY = /^two-layer-net(\/|$)/;

/**
 * Of a name that several cells declare the last one counts that is more than a stub.
 *
 * @param wanted names of the functions
 * @param cellName what a cell is called, by its number
 */
export function learnersCode(declared: Declared, wanted: readonly string[], cellName: (cell: number) => string): LearnersCode {
  const byName = new Map<string, Declaration>();
  for (const declaration of declared.declarations) {
    for (const name of declaration.names) {
      const earlier = byName.get(name);
      if (!earlier || earlier.isStub || !declaration.isStub) byName.set(name, declaration);
    }
  }
  const imports = new Map(declared.imports.map((imported) => [imported.local, imported]));
  const missing = wanted.filter((name) => !byName.has(name));
  const { parts, free } = reached(wanted, byName, imports);
  const stubs = missing.map((name) => stubOf(name, imports.get(name)));
  const text = [...stubs, ...parts.map((part) => part.text)].join("\n");
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName: "hand-in.ts",
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, sourceMap: true, verbatimModuleSyntax: false },
  });
  const body = outputText.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "");
  const locals = [...new Set([...free.keys(), "notWritten"])].join(", ");
  // what stands in front is on one line with the first, so that lines stay what the map says
  const code = `((given) => { "use strict"; const { ${locals} } = given; ${body}\nreturn { ${wanted.join(", ")} }; })\n//# sourceURL=hand-in`;
  let next = stubs.length;
  const placed = parts.map((part) => {
    const start = next;
    next += part.text.split("\n").length;
    return { start, cell: cellName(part.cell), line: part.line };
  });
  const double = wanted.filter((name) => declared.declarations.filter(({ names, isStub }) => names.includes(name) && !isStub).length > 1);
  return {
    code,
    names: { ...Object.fromEntries(free), notWritten: "notWritten" },
    places: { map: JSON.parse(sourceMapText ?? "{}") as object, parts: placed, lines: text.split("\n") },
    texts: wanted.map((name) => byName.get(name)?.text ?? ""),
    reached: parts.flatMap((part) => part.names),
    missing,
    double,
    foreign: [...new Set(declared.imports.filter(({ from }) => !LIBRARY.test(from)).map(({ from }) => from))],
  };
}

/** Not written at all, or taken from the library. */
function stubOf(name: string, imported: Imported | undefined): string {
  return imported && LIBRARY.test(imported.from) ? `const ${name} = ${name}$;` : `function ${name}() { return notWritten("${name}"); }`;
}

/** The declarations that the wanted names lead to, in the order of the notebook, and the library's names that they use. */
function reached(wanted: readonly string[], byName: ReadonlyMap<string, Declaration>, imports: ReadonlyMap<string, Imported>) {
  const all = [...new Set(byName.values())];
  const references = referencesOf(all);
  const parts = new Set<Declaration>();
  const free = new Map<string, string>();
  const waiting = [...wanted];
  for (const name of wanted) {
    const imported = imports.get(name);
    if (!byName.has(name) && imported && LIBRARY.test(imported.from)) free.set(`${name}$`, imported.name);
  }
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const declaration = byName.get(name);
    if (declaration === undefined) {
      const imported = imports.get(name);
      if (imported && LIBRARY.test(imported.from) && !wanted.includes(name)) free.set(name, imported.name);
    } else if (!parts.has(declaration)) {
      parts.add(declaration);
      waiting.push(...references.get(declaration)!);
    }
  }
  return { parts: all.filter((declaration) => parts.has(declaration)).sort((a, b) => a.cell - b.cell || a.line - b.line), free };
}

/** Of each declaration the names that it does not bind itself: TypeScript's own scopes tell. */
function referencesOf(declarations: readonly Declaration[]): ReadonlyMap<Declaration, readonly string[]> {
  const files = new Map(declarations.map((declaration, i) => [`${i}.ts`, declaration]));
  const sources = new Map([...files].map(([name, { text }]) => [name, ts.createSourceFile(name, `${text}\nexport {};`, ts.ScriptTarget.ES2022, true)]));
  const host: ts.CompilerHost = {
    getSourceFile: (name) => sources.get(name),
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => sources.has(name),
    readFile: () => undefined,
  };
  const checker = ts.createProgram([...files.keys()], { noLib: true, types: [], target: ts.ScriptTarget.ES2022 }, host).getTypeChecker();
  return new Map([...files].map(([name, declaration]) => [declaration, freeNames(sources.get(name)!, checker)]));
}

function freeNames(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const free = new Set<string>();
  const visit = (node: ts.Node): void => {
    // what a class extends counts among the types too
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node) && isValue(node)) {
      const symbol = ts.isShorthandPropertyAssignment(node.parent) ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.resolveName(node.text, node, ts.SymbolFlags.Value, false);
      if (symbol === undefined) free.add(node.text);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return [...free];
}

/** Whether the name stands for a value, and is no property's. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return !(ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isGetAccessor(parent) || ts.isSetAccessor(parent)) || (parent as { readonly initializer?: ts.Node }).initializer === node;
}
