/** Makes the file of declarations that kernels compile cells with, in a form that is read fast. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

const { resolve } = createRequire(import.meta.url);
const OUT = "dist/bundle/declarations.json";

/** What every cell may be compiled with; two thirds of it are comments, which only an editor's help asks for. */
const COMMON = {
  "typescript/lib": [dirname(resolve("typescript")), /^lib\.(es|dom|decorators).*\.d\.ts$/],
  "@types/node": [dirname(resolve("@types/node/package.json")), /^(?!ts\d).*\.d\.ts$/],
};
/** Of a page: few cells need its types. */
const PAGE = ["lib.dom.d.ts", "lib.dom.iterable.d.ts"];
/** What cells import nearly always. */
const LIBRARY = ["index", "study/index", "notebook/index"].map((name) => `dist/${name}.d.ts`);
/** A package whose declarations are larger than the library's own, and lead to all of Node's. */
const HEAVY = "danfojs-node";
/** What cells use most of all that a page and Node have. */
const EVERYDAY = ["console", "Console"];

const common = Object.fromEntries(Object.entries(COMMON).map(([name, [folder, ending]]) => {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => ending.test(path));
  return [name, Object.fromEntries(paths.map((path) => [path.replaceAll("\\", "/"), withoutComments(readFileSync(join(folder, path), "utf8"))]))];
}));
mkdirSync(dirname(OUT), { recursive: true });
const json = JSON.stringify({ common, lean: leanDeclarations(common["typescript/lib"], common["@types/node"]) });
writeFileSync(OUT, json.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));

/** Every declaration stays in its line, and what a file refers to stays too. */
function withoutComments(text) {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  // Braces that are open in each template, from the outermost to the innermost: a template goes on behind its own.
  const templates = [];
  let left = "";
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.CloseBraceToken && templates.at(-1) === 0) kind = scanner.reScanTemplateToken(false);
    if (kind === ts.SyntaxKind.TemplateHead) templates.push(0);
    else if (kind === ts.SyntaxKind.TemplateTail) templates.pop();
    else if (templates.length > 0) templates.push(templates.pop() + Number(kind === ts.SyntaxKind.OpenBraceToken) - Number(kind === ts.SyntaxKind.CloseBraceToken));
    const token = scanner.getTokenText();
    const isComment = kind === ts.SyntaxKind.MultiLineCommentTrivia || kind === ts.SyntaxKind.SingleLineCommentTrivia;
    left += isComment && !token.startsWith("/// <") ? token.replace(/[^\n]/g, "") : token;
  }
  return left;
}

/**
 * What is enough for a cell that uses only the language and the library, and how such a cell is known.
 *
 * @returns `page`: those declarations of a page that the library's own lead to; `types`: what else a page declares, and all
 * that Node does, and `values`: what a page has; a cell may use none of these, nor of `heavy`: names of the library that
 * lead to the package whose declarations are left out
 */
function leanDeclarations(libraries, node) {
  const page = PAGE.flatMap((name) => declared(parse(name, libraries[name]).statements));
  const ofPage = new Map(page.map(({ name }) => [name, page.filter((one) => one.name === name)]));
  const files = libraryFiles();
  const wanted = new Set([...EVERYDAY, ...files.flatMap(({ file }) => foreignNames(file)).filter((name) => ofPage.get(name)?.some(({ isType }) => isType))]);
  const kept = new Set();
  for (const name of wanted) {
    // As a value only what is used every day: of the others a cell has the types that it gets from the library.
    const statements = (ofPage.get(name) ?? []).filter(({ isType }) => isType || EVERYDAY.includes(name));
    for (const { statement } of statements) {
      kept.add(statement);
      for (const other of identifiers(statement)) if (ofPage.has(other)) wanted.add(other);
    }
  }
  const language = new Set(Object.entries(libraries).filter(([name]) => name.startsWith("lib.es")).flatMap(([name, text]) => declared(parse(name, text).statements).map((one) => one.name)));
  const ofNode = Object.entries(node).flatMap(([name, text]) => globals(parse(name, text)));
  const others = (declarations) => [...new Set(declarations.map(({ name }) => name))].filter((name) => !language.has(name) && !EVERYDAY.includes(name)).sort();
  return {
    page: [...kept].map((statement) => statement.getText().replace(/\n\s*(?=\n)/g, "")).join("\n"),
    types: others([...page.filter(({ isType, statement }) => isType && !kept.has(statement)), ...ofNode]),
    values: others(page.filter(({ isType }) => !isType)),
    heavy: heavyNames(files),
  };
}

function parse(name, text) {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}

/** What statements declare: `{ name, isType, statement }` each. */
function declared(statements) {
  return statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => ({ name: name.text, isType: false, statement }));
    if (statement.name === undefined) return [];
    return [{ name: statement.name.text, isType: !ts.isFunctionDeclaration(statement), statement }];
  });
}

/** What a file of Node's declares for all: at its top if it is no module, and in its blocks of globals. */
function globals(file) {
  const isBlock = (statement) => ts.isModuleDeclaration(statement) && (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
  const named = file.statements.filter((statement) => ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name));
  const blocks = [...file.statements, ...named.flatMap(({ body }) => [...(body?.statements ?? [])])].filter(isBlock);
  const atTop = ts.isExternalModule(file) ? [] : file.statements.filter((statement) => !named.includes(statement) && !isBlock(statement));
  return [...declared(atTop), ...blocks.flatMap(({ body }) => declared(body.statements))];
}

function identifiers(node) {
  const found = new Set();
  const visit = (child) => {
    if (ts.isIdentifier(child)) found.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

/** The library's declarations: `{ path, file, imports }` each. */
function libraryFiles() {
  const files = new Map();
  const add = (path) => {
    if (files.has(path)) return;
    const file = parse(path, readFileSync(path, "utf8"));
    const imports = ts.preProcessFile(file.text).importedFiles.map(({ fileName }) => fileName);
    files.set(path, { path, file, imports: imports.map((name) => (name.startsWith(".") ? beside(path, name) : name)) });
    for (const name of files.get(path).imports) if (existsSync(name)) add(name);
  };
  LIBRARY.filter(existsSync).forEach(add);
  return [...files.values()];
}

function beside(path, name) {
  return join(dirname(path), name).replaceAll("\\", "/").replace(/\.js$/, ".d.ts");
}

/** Names that a module neither declares nor imports. */
function foreignNames(file) {
  const own = new Set(declared(file.statements).map(({ name }) => name));
  for (const statement of file.statements) if (ts.isImportDeclaration(statement)) for (const name of identifiers(statement)) own.add(name);
  return [...identifiers(file)].filter((name) => !own.has(name));
}

/** What is exported by the modules that import the heavy package, and by those that import these, and so on. */
function heavyNames(files) {
  const importing = new Set([HEAVY]);
  for (let size = 0; size !== importing.size;) {
    size = importing.size;
    for (const { path, file, imports } of files) {
      const hasImport = !file.statements.every(ts.isExportDeclaration);
      if (hasImport && imports.some((name) => importing.has(name))) importing.add(path);
    }
  }
  const names = files.filter(({ path }) => importing.has(path)).flatMap(({ file }) => declared(file.statements)).map(({ name }) => name);
  // Another name that an index gives one of them.
  const others = files.flatMap(({ file }) => file.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause }) => exportClause?.elements ?? []));
  return [...new Set([...names, ...others.filter(({ propertyName }) => names.includes(propertyName?.text)).map(({ name }) => name.text)])].sort();
}
