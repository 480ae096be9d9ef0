/**
 * What is changed of a cell on its way to JavaScript, before TypeScript's own CommonJS does the rest. What stands behind
 * the source was put there for the compiler: imports of earlier names, and an export of the cell's own.
 */
import type { ExportSpecifier, Expression, Identifier, ObjectLiteralElementLike, SourceFile, Statement, TransformerFactory } from "typescript";
import type { TypeScript } from "./typescript.js";

/** By this name a cell finds what it tells about itself: {@link RunningCell}. */
export const SELF = "__cell";

/** What the function that a cell has become is called with, as its third argument. */
export interface RunningCell {
  /** Called first: the cell's names as accessors of its variables. */
  define(own: object): void;
  /** The value of the last expression. */
  value?: unknown;
}

/** What the transformer is told of a cell. */
export interface TransformedCell {
  /** Where the source ends, and what was put behind it begins. */
  readonly end: number;
  readonly showsValue: boolean;
  readonly variables: ReadonlySet<string>;
  /** Whether there is something at run time by a name that is exported. */
  isValue(specifier: ExportSpecifier): boolean;
}

/** @returns a transformer for `before` */
export function cellTransformer(ts: TypeScript, { end, showsValue, variables, isValue }: TransformedCell): TransformerFactory<SourceFile> {
  return ({ factory }) => (file) => {
    const own = file.statements.filter((statement) => statement.end <= end);
    const added = file.statements.slice(own.length);
    const last = own.at(-1);
    if (showsValue && last && ts.isExpressionStatement(last)) own[own.length - 1] = shown(last.expression, last);
    const specifiers = added.flatMap(specifiersOf);
    const imports = added.filter((statement) => !ts.isExportDeclaration(statement));
    const statements = [...imports, defined(specifiers.filter(isValue)), ...own];
    return factory.updateSourceFile(file, ts.setTextRange(factory.createNodeArray(statements), file.statements));

    /** `__cell.value = …;` */
    function shown(expression: Expression, original: Statement): Statement {
      const target = factory.createPropertyAccessExpression(factory.createIdentifier(SELF), "value");
      const statement = factory.createExpressionStatement(factory.createAssignment(target, expression));
      return ts.setOriginalNode(ts.setTextRange(statement, original), original);
    }

    /**
     * `__cell.define({ get x() { return x; }, set x(value) { x = value; } });`
     *
     * The identifiers are those of the export, which the compiler knows how to write: what is imported is a member of
     * its module.
     */
    function defined(names: readonly ExportSpecifier[]): Statement {
      const accessors = names.flatMap(({ name }): ObjectLiteralElementLike[] => {
        const x = name as Identifier;
        const get = factory.createGetAccessorDeclaration(undefined, x.text, [], undefined, factory.createBlock([factory.createReturnStatement(x)]));
        if (!variables.has(x.text)) return [get];
        const value = factory.createUniqueName("value");
        const set = factory.createExpressionStatement(factory.createAssignment(x, value));
        return [get, factory.createSetAccessorDeclaration(undefined, x.text, [factory.createParameterDeclaration(undefined, undefined, value)], factory.createBlock([set]))];
      });
      const define = factory.createPropertyAccessExpression(factory.createIdentifier(SELF), "define");
      const call = factory.createExpressionStatement(factory.createCallExpression(define, undefined, [factory.createObjectLiteralExpression(accessors)]));
      return ts.setEmitFlags(call, ts.EmitFlags.NoSourceMap | ts.EmitFlags.NoNestedSourceMaps | ts.EmitFlags.NoComments | ts.EmitFlags.NoNestedComments | ts.EmitFlags.SingleLine);
    }
  };

  function specifiersOf(statement: Statement): readonly ExportSpecifier[] {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    return clause && ts.isNamedExports(clause) ? clause.elements : [];
  }
}
