/**
 * Runs an example and compares what its comments promise: a comment at the end of an expression
 * statement, or on the lines below it, is the value, the text that it prints, or the error.
 */
import { inspect } from "node:util";
import ts from "typescript";

export interface Claim {
  readonly statement: string;
  readonly promised: string;
  readonly got: string;
}

/** Whatever is in scope of every example: the names that it uses are handed over. */
export type Scope = Readonly<Record<string, unknown>>;

const AsyncFunction = (async () => {}).constructor as new (...texts: string[]) => (...values: unknown[]) => Promise<void>;

/** @returns what each comment promises, and what came; values as Node shows them */
export async function runExample(code: string, scope: Scope): Promise<Claim[]> {
  const claims: Claim[] = [];
  const claim = async (statement: string, promised: string, run: (log: (...values: unknown[]) => Printed) => unknown) => {
    claims.push({ statement, promised: plain(promised), got: plain(await outcome(run)) });
  };
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const body = source.statements.map((statement) => runnable(statement, source)).join("\n");
  const { outputText } = ts.transpileModule(body, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const names = Object.keys(scope).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const declared = new Set(source.statements.flatMap(declaredNames));
  const used = names.filter((name) => !declared.has(name));
  await new AsyncFunction("claim", ...used, outputText)(claim, ...used.map((name) => scope[name]));
  return claims;
}

/** Whether a promise is kept: a remark may follow the value after a comma. */
export function isKept({ promised, got }: Claim): boolean {
  return promised === got || promised.startsWith(`${got}, `);
}

function runnable(statement: ts.Statement, source: ts.SourceFile): string {
  if (ts.isImportDeclaration(statement)) return "";
  const text = statement.getText();
  const promised = ts.isExpressionStatement(statement) ? commentAfter(statement, source) : "";
  if (promised === "") return text;
  const expression = (statement as ts.ExpressionStatement).expression.getText();
  return `await claim(${JSON.stringify(expression)}, ${JSON.stringify(promised)}, async (log) => ${expression.replace(/^console\.log\(/, "log(")});`;
}

function commentAfter(statement: ts.Statement, source: ts.SourceFile): string {
  const after = source.text.slice(statement.end);
  const [comment] = /^;?[ \t]*(\/\/.*)?(\n[ \t]*\/\/.*)*/.exec(after) ?? [""];
  return comment.replace(/^;/, "").split("\n").map((line) => line.trim().replace(/^\/\/ ?/, "")).join("\n").trim();
}

function declaredNames(statement: ts.Statement): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBindingElement(node) || ts.isVariableDeclaration(node)) names.push(...(ts.isIdentifier(node.name) ? [node.name.text] : []));
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) names.push(node.name?.text ?? "");
    else ts.forEachChild(node, visit);
  };
  if (ts.isVariableStatement(statement) || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) visit(statement);
  return names;
}

/** What console.log printed, where an example's statement is such a call. */
class Printed {
  readonly text: string;
  constructor(values: readonly unknown[]) {
    this.text = values.map((value) => (typeof value === "string" ? value : shown(value))).join(" ");
  }
}

async function outcome(run: (log: (...values: unknown[]) => Printed) => unknown): Promise<string> {
  try {
    return shown(await run((...values) => new Printed(values)));
  } catch (error) {
    return String(error);
  }
}

function shown(value: unknown): string {
  if (value instanceof Printed) return value.text;
  return typeof value === "string" ? JSON.stringify(value) : inspect(value, { breakLength: Infinity, depth: 4 });
}

/** White space as one blank, and none inside of brackets. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/([[{(]) /g, "$1").replace(/ ([\]})])/g, "$1").trim();
}
