/**
 * A library whose layers, losses and update rules are the students' to write: each function says so until it has a body
 * again. The checks compare with right ones, so these lie beside them, bundled into one file that nobody reads by accident.
 */
import { buildSync } from "esbuild";
import ts from "typescript";

/** Modules of `src/nn` whose functions students write, and what only uses them, which the checks need too. */
const YOURS = ["affine", "affineRelu", "relu", "leakyRelu", "sigmoid", "tanh", "softmaxLoss", "svmLoss"].map((name) => `layers/${name}`).concat(["sgd", "sgdMomentum", "rmsprop", "adam"].map((name) => `optim/${name}`));
const USING = ["models/twoLayerNet"];
const CHECKS = "src/study/exercises";
const SEALED = `${CHECKS}/sealed.ts`;
const REFERENCE = `${CHECKS}/reference.ts`;

type Files = Map<string, string | Uint8Array>;

/**
 * Changes the files in place.
 *
 * @param files of the release, by path
 * @param root absolute path of the clone that they were read from
 * @throws {Error} if one of the modules is not there
 */
export function withoutSolutions(files: Files, root: string): void {
  const exported = new Map([...YOURS, ...USING].map((module) => [module, exportsOf(textOf(files, `src/nn/${module}.ts`))]));
  files.set(SEALED, `// @ts-nocheck\n/* What the checks compare with. To write it yourself is the exercise. */\n${bundled(exported, root)}`);
  files.set(REFERENCE, reference(exported));
  for (const path of [...files.keys()]) if (path.startsWith(`${CHECKS}/`) && path !== SEALED && path !== REFERENCE && path.endsWith(".ts")) files.set(path, byReference(textOf(files, path), path, exported));
  for (const module of YOURS) files.set(`src/nn/${module}.ts`, stubsOf(textOf(files, `src/nn/${module}.ts`), module));
  files.set("src/nn/yours.ts", YOURS_FILE);
}

const YOURS_FILE = `/** What stands in for a function until you have written it. */

/**
 * @param name of the function
 * @param file in which it is to be written
 * @throws {Error} always
 */
export function yours(name: string, file: string, ..._given: readonly unknown[]): never {
  throw new Error(\`\${name}: this is yours to write, in \${file}; then run npm run build. The exercises do not need it: there you write in the notebook\`);
}
`;

function textOf(files: Files, path: string): string {
  const content = files.get(path);
  if (content === undefined) throw new Error(`withoutSolutions: expected ${path} among the files that are given out, got none`);
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile("module.ts", source, ts.ScriptTarget.ES2022, true);
}

function isExported(node: ts.Statement): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** Names of the values that a module exports. */
function exportsOf(source: string): string[] {
  return parsed(source).statements.filter(isExported).flatMap((statement) => {
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) return [statement.name.text];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
    return [];
  });
}

/** The right ones in one file; the arrays stay those of the library. */
function bundled(exported: ReadonlyMap<string, readonly string[]>, root: string): string {
  const contents = [...exported].map(([module, names]) => `export { ${names.join(", ")} } from "./src/nn/${module}.ts";`).join("\n");
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true, minify: true, write: false, format: "esm", platform: "node", target: "es2022", charset: "utf8",
    // every folder of src/nn is as deep as that of the checks: the paths stay right
    external: ["../../numeric/*", "#host/*"],
  });
  return outputFiles[0].text;
}

function reference(exported: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...exported].map(([module, names]) => `export const { ${names.join(", ")} } = sealed as unknown as typeof import("../../nn/${module}.js");`);
  return `/** What the checks compare with, with the types that your own functions have too. */\nimport * as sealed from "./sealed.js";\n\n${lines.join("\n")}\n`;
}

/** The file with its imports of values from these modules turned to the reference; types stay where they are. */
function byReference(source: string, path: string, exported: ReadonlyMap<string, readonly string[]>): string {
  const depth = path.slice(CHECKS.length + 1).split("/").length - 1;
  const from = `${depth === 0 ? "./" : "../".repeat(depth)}reference.js`;
  const edits = parsed(source).statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const { text } = statement.moduleSpecifier as ts.StringLiteral;
    const module = [...exported.keys()].find((name) => text.endsWith(`/nn/${name}.js`));
    const bindings = statement.importClause?.namedBindings;
    if (module === undefined || !bindings || !ts.isNamedImports(bindings) || statement.importClause?.isTypeOnly) return [];
    const isValue = ({ isTypeOnly, name }: ts.ImportSpecifier): boolean => !isTypeOnly && exported.get(module)!.includes(name.text);
    const [values, types] = [bindings.elements.filter(isValue), bindings.elements.filter((element) => !isValue(element))];
    if (values.length === 0) return [];
    const kept = types.length === 0 ? "" : `import { ${types.map((type) => type.getText()).join(", ")} } from "${text}";\n`;
    return [{ start: statement.getStart(), end: statement.end, text: `${kept}import { ${values.map((value) => value.getText()).join(", ")} } from "${from}";` }];
  });
  return edited(source, edits);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function edited(source: string, edits: readonly Edit[]): string {
  return edits.reduceRight((text, { start, end, text: replacement }) => text.slice(0, start) + replacement + text.slice(end), source);
}

/** Exported functions without their bodies, documents and types as they were; what only the bodies used goes. */
function stubsOf(source: string, module: string): string {
  const file = `src/nn/${module}.ts`;
  const edits = parsed(source).statements.flatMap((statement): Edit[] => {
    if (ts.isFunctionDeclaration(statement) && statement.body) return isExported(statement) ? [stub(statement.name!.text, statement, statement.body, file)] : [gone(statement)];
    if (!ts.isVariableStatement(statement)) return [];
    if (!isExported(statement)) return [gone(statement)];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => (initializer && ts.isArrowFunction(initializer) ? [stub(name.getText(), initializer, initializer.body, file)] : []));
  });
  return withUsedImports(edited(source, edits)).replace(/^(?=import )/m, 'import { yours } from "../yours.js";\n');
}

/** The parameters are handed on, so that no compiler finds them unused. */
function stub(name: string, { parameters }: ts.SignatureDeclaration, body: ts.Node, file: string): Edit {
  const given = parameters.map((parameter) => parameter.name.getText());
  return { start: body.getStart(), end: body.end, text: `{\n  return yours("${name}", ${[`"${file}"`, ...given].join(", ")});\n}` };
}

function gone(statement: ts.Statement): Edit {
  return { start: statement.getFullStart(), end: statement.end, text: "" };
}

function withUsedImports(source: string): string {
  const file = parsed(source);
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) used.add(node.text);
    node.forEachChild(visit);
  };
  visit(file);
  const edits = file.statements.filter(ts.isImportDeclaration).flatMap((statement): Edit[] => {
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) return [];
    const kept = bindings.elements.filter(({ name }) => used.has(name.text));
    if (kept.length === bindings.elements.length) return [];
    if (kept.length === 0) return [{ start: statement.getStart(), end: statement.end + 1, text: "" }];
    return [{ start: bindings.getStart(), end: bindings.end, text: `{ ${kept.map((element) => element.getText()).join(", ")} }` }];
  });
  return edited(source, edits);
}
