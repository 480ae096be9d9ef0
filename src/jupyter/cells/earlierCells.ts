import type { CellSyntax } from "./cellSyntax.js";
import { CELL } from "./moduleNames.js";

interface Name {
  /** Of the cell that declared it last. */
  readonly cell: number;
  readonly isVariable: boolean;
  readonly isImported: boolean;
}

/** What the cells so far have declared, and the statements with which another one takes it up. */
export class EarlierCells {
  readonly #names = new Map<string, Name>();
  readonly #globals = new Map<string, string>();
  #count = 0;

  /** Notes what a cell declares. @returns its number */
  add({ declares, variables, imports, globals }: CellSyntax): number {
    const cell = ++this.#count;
    for (const name of declares) this.#names.set(name, { cell, isVariable: variables.has(name), isImported: imports.has(name) });
    for (const [name, text] of globals) this.#globals.set(name, text);
    return cell;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Whether a cell has made the name, and not only imported it. */
  isOwn(name: string): boolean {
    return this.#names.get(name)?.isImported === false;
  }

  /** The names of earlier cells that a cell mentions, and does not declare itself. */
  usedBy({ mentions, declares }: CellSyntax): string[] {
    return [...mentions].filter((name) => this.#names.has(name) && !declares.has(name));
  }

  /** The names of earlier cells that a cell may use. */
  usableBy({ declares }: CellSyntax): string[] {
    return [...this.#names.keys()].filter((name) => !declares.has(name));
  }

  /** What earlier cells have declared global and this one does not: a later declaration takes the place of an earlier one. */
  globalsFor({ globals }: CellSyntax): string {
    return [...this.#globals].filter(([name]) => !globals.has(name)).map(([, text]) => text).join("\n");
  }

  /**
   * Statements to stand behind a cell: the names that it uses, and an export of those that it declares.
   *
   * A variable is declared and not imported, because imports cannot be assigned to. It is exported, because TypeScript
   * writes `exports.x` for such a one: what `exports` is, is up to who runs the cell.
   */
  statementsBehind({ declares }: CellSyntax, uses: readonly string[]): string {
    const statements: string[] = [];
    const imports = new Map<number, string[]>();
    for (const name of uses) {
      const { cell, isVariable } = this.#names.get(name)!;
      if (isVariable) statements.push(`export declare let ${name}: typeof import("${CELL}${cell}").${name};`);
      else if (imports.has(cell)) imports.get(cell)!.push(name);
      else imports.set(cell, [name]);
    }
    for (const [cell, names] of imports) statements.push(`import { ${names.join(", ")} } from "${CELL}${cell}";`);
    return `\n${statements.join(" ")} export { ${[...declares].join(", ")} };`;
  }
}
