import type { IterationStatement, Node, SourceFile, TransformerFactory } from "typescript";
import type { TypeScript } from "./typescript.js";

/**
 * Puts a call at the beginning of every turn of every loop, for a host that cannot stop code from outside.
 *
 * @param tick name of a global function without parameters
 * @returns a transformer for `before`
 */
export function loopTicks(ts: TypeScript, tick: string): TransformerFactory<SourceFile> {
  return (context) => {
    const { factory } = context;
    const isLoop = (node: Node): node is IterationStatement => ts.isIterationStatement(node, false);
    const visit = (node: Node): Node => {
      const visited = ts.visitEachChild(node, visit, context);
      return isLoop(visited) ? withTick(visited) : visited;
    };
    return (file) => ts.visitEachChild(file, visit, context);

    function withTick(loop: IterationStatement): IterationStatement {
      const call = factory.createExpressionStatement(factory.createCallExpression(factory.createIdentifier(tick), undefined, []));
      ts.setEmitFlags(call, ts.EmitFlags.NoSourceMap | ts.EmitFlags.NoNestedSourceMaps | ts.EmitFlags.NoComments | ts.EmitFlags.NoNestedComments);
      const { statement } = loop;
      const statements = ts.isBlock(statement) ? statement.statements : [statement];
      const body = ts.setTextRange(factory.createBlock([call, ...statements], true), statement);
      if (ts.isForStatement(loop)) return factory.updateForStatement(loop, loop.initializer, loop.condition, loop.incrementor, body);
      if (ts.isForInStatement(loop)) return factory.updateForInStatement(loop, loop.initializer, loop.expression, body);
      if (ts.isForOfStatement(loop)) return factory.updateForOfStatement(loop, loop.awaitModifier, loop.initializer, loop.expression, body);
      if (ts.isWhileStatement(loop)) return factory.updateWhileStatement(loop, loop.expression, body);
      return factory.updateDoStatement(loop as import("typescript").DoStatement, body, (loop as import("typescript").DoStatement).expression);
    }
  };
}
