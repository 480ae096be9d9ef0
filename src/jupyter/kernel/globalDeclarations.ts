/**
 * `declare global { … }` in cells. tslab would export it like a name, and would forget it after the next cell.
 */
import type { BuilderProgram, Declaration, Node, SourceFile, Statement } from "@tslab/typescript-for-tslab";

type TypeScript = typeof import("@tslab/typescript-for-tslab");
type Bound = SourceFile & { locals?: Map<string, unknown> };

/** The name under which the compiler keeps the block among those of a file. */
const BLOCK = "__global";

/** Takes the blocks of a program's cell from among its names. */
export function hideGlobalBlocks(builder: BuilderProgram): void {
  const program = builder.getProgram();
  // It is this that gives files their names.
  program.getTypeChecker();
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.includes("/node_modules/")) (file as Bound).locals?.delete(BLOCK);
  }
}

/** Whether a declaration stands in such a block. */
export function isInGlobalBlock(ts: TypeScript, declaration: Declaration): boolean {
  for (let node: Node | undefined = declaration; node; node = node.parent) {
    if (ts.isModuleDeclaration(node) && node.flags & ts.NodeFlags.GlobalAugmentation) return true;
  }
  return false;
}

/** The declarations of all cells' blocks; one of a name takes the place of an earlier one. */
export class GlobalDeclarations {
  readonly #ts: TypeScript;
  readonly #texts = new Map<string, string>();

  constructor(ts: TypeScript) {
    this.#ts = ts;
  }

  /** Notes those of a cell. */
  add(source: string): void {
    for (const [name, text] of this.#declarationsOf(source)) this.#texts.set(name, text);
  }

  /** A block with those that the cell does not declare itself, or nothing. */
  before(source: string): string {
    const own = this.#declarationsOf(source);
    const texts = [...this.#texts].filter(([name]) => !own.has(name)).map(([, text]) => text);
    return texts.length === 0 ? "" : `declare global {\n${texts.join("\n")}\n}\n`;
  }

  /** Declarations, as the compiler prints them, without the blocks: they are kept here. */
  static without(declarations: string): string {
    return declarations.replace(/^declare global \{\n[^]*?^\}\n?/gm, "");
  }

  #declarationsOf(source: string): Map<string, string> {
    const ts = this.#ts;
    const found = new Map<string, string>();
    if (!/\bglobal\b/.test(source)) return found;
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
    for (const statement of file.statements) {
      const isBlock = ts.isModuleDeclaration(statement) && statement.flags & ts.NodeFlags.GlobalAugmentation;
      if (!isBlock || !statement.body || !ts.isModuleBlock(statement.body)) continue;
      for (const declaration of statement.body.statements) found.set(this.#nameOf(declaration), declaration.getText());
    }
    return found;
  }

  #nameOf(statement: Statement): string {
    const { name } = statement as { name?: Node };
    if (name) return `${statement.kind} ${name.getText()}`;
    const isVariable = this.#ts.isVariableStatement(statement);
    return isVariable ? statement.declarationList.declarations.map((declaration) => declaration.name.getText()).join() : statement.getText();
  }
}
