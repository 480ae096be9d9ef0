/**
 * Names of earlier cells in object literals and patterns. tslab puts `exports.` before every identifier
 * whose symbol an earlier cell declares. It takes `dw` in `const { dw: dW } = f()` for such a name if f
 * is of an earlier cell, and does not see that `x` in `{ x }` may be one. These replacements of two
 * functions of TypeScript answer its questions so that both come out right.
 */
import type { BuilderProgram, Node, ShorthandPropertyAssignment, Visitor } from "@tslab/typescript-for-tslab";
import { hideGlobalBlocks, isInGlobalBlock } from "./globalDeclarations.js";
import { followSideEffects } from "./sideEffectImports.js";

type TypeScript = typeof import("@tslab/typescript-for-tslab");
type Host = { afterProgramCreate?(builder: BuilderProgram): void };

/** `createWatchProgram` and `visitEachChild` for tslab. */
export function earlierNames(ts: TypeScript): Pick<TypeScript, "createWatchProgram" | "visitEachChild"> {
  return { createWatchProgram: createWatchProgram as TypeScript["createWatchProgram"], visitEachChild: visitEachChild as TypeScript["visitEachChild"] };

  function createWatchProgram(host: Host): unknown {
    const { afterProgramCreate } = host;
    host.afterProgramCreate = (builder) => {
      hideGlobalBlocks(builder);
      followSideEffects(builder);
      correctSymbols(builder);
      afterProgramCreate?.call(host, builder);
    };
    return ts.createWatchProgram(host as never);
  }

  /** A property's name is no variable, and a shorthand stands for the variable, not for the property. */
  function correctSymbols(builder: BuilderProgram): void {
    const program = builder.getProgram();
    const checker = program.getTypeChecker();
    const corrected = {
      ...checker,
      getSymbolAtLocation(node: Node) {
        const { parent } = ts.getParseTreeNode(node) ?? node;
        if (parent && ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
        if (parent && namesProperty(node, parent)) return undefined;
        const symbol = checker.getSymbolAtLocation(node);
        // What a cell declares global is a name of the global object.
        return symbol?.declarations?.some((declaration) => isInGlobalBlock(ts, declaration)) ? undefined : symbol;
      },
    };
    program.getTypeChecker = () => corrected;
  }

  function namesProperty(node: Node, parent: Node): boolean {
    return (ts.isBindingElement(parent) && parent.propertyName === node) || (ts.isPropertyAssignment(parent) && parent.name === node);
  }

  function visitEachChild(node: Node, visitor: Visitor, ...rest: [never]): Node {
    return ts.isShorthandPropertyAssignment(node) ? visitShorthand(node, visitor) : ts.visitEachChild(node, visitor, ...rest);
  }

  /** `{ x }` becomes `{ x: exports.x }`, and `({ x = 1 } = …)` becomes `({ x: exports.x = 1 } = …)`. */
  function visitShorthand(node: ShorthandPropertyAssignment, visitor: Visitor): Node {
    const value = visitor(node.name) as typeof node.name;
    const initial = node.objectAssignmentInitializer && (visitor(node.objectAssignmentInitializer) as typeof node.objectAssignmentInitializer);
    if (value === node.name) return ts.factory.updateShorthandPropertyAssignment(node, node.name, initial);
    return ts.factory.createPropertyAssignment(node.name.text, initial ? ts.factory.createAssignment(value, initial) : value);
  }
}
