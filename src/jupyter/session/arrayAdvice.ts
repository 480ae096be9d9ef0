/**
 * What NumPy lets people write with arrays and TypeScript does not: an expression in its place. Where TypeScript itself
 * is silent, because every object may be negated, compared or indexed, the finding is made here.
 */
import type { BinaryExpression, Diagnostic, Expression, Node, SourceFile, TypeChecker } from "typescript";
import type { TypeScript } from "../cells/typescript.js";

/** The class of arrays that cells work with. */
const ARRAY = "NDArray";

const METHODS: Readonly<Record<string, string>> = { "+": "add", "-": "sub", "*": "mul", "/": "div" };

/** Names of other libraries' methods, and what to write instead of them for the array x. */
const OTHER_METHODS: Readonly<Record<string, (x: string, args: string) => string>> = {
  dot: matmul,
  matmul,
  mm: matmul,
  length: (x) => `${x}.shape[0] for its rows, or ${x}.size for all elements`,
  ravel: (x) => `${x}.reshape(-1)`,
  flatten: (x) => `${x}.reshape(-1)`,
  clip: (x) => `${x}.maximum(low).minimum(high)`,
  at: (x, args) => `${x}.get(${args})`,
  tolist: (x) => `${x}.toList()`,
  argmin: (x, args) => `${x}.neg().argmax(${args})`,
  square: (x) => `${x}.mul(${x})`,
  pow: (x, args) => `${x}.map((v) => v ** ${args || "2"})`,
  power: (x, args) => `${x}.map((v) => v ** ${args || "2"})`,
  plus: (x, args) => `${x}.add(${args})`,
  minus: (x, args) => `${x}.sub(${args})`,
  subtract: (x, args) => `${x}.sub(${args})`,
  times: (x, args) => `${x}.mul(${args})`,
  multiply: (x, args) => `${x}.mul(${args})`,
  divide: (x, args) => `${x}.div(${args})`,
  negative: (x) => `${x}.neg()`,
  forEach: lists,
  filter: lists,
  reduce: lists,
  join: lists,
};

/** What may stand between two objects of any kind. */
const SILENT = new Set(["==", "!=", "<", ">", "<=", ">="]);

/** Of Math, what arrays have as a method of their own. */
const OWN_OF_MATH = new Set(["exp", "log", "sqrt", "abs", "max", "min"]);

function matmul(x: string, args: string): string {
  return `matmul(${x}, ${args || "other"})`;
}

function lists(x: string): string {
  return `${x}.toList() for lists, or ${x}.data for all elements in one`;
}

/** Advice on arrays, by the types that one program has found. */
export class ArrayAdvice {
  readonly #ts: TypeScript;
  readonly #checker: TypeChecker;

  constructor(ts: TypeScript, checker: TypeChecker) {
    this.#ts = ts;
    this.#checker = checker;
  }

  /**
   * What to write instead of what the compiler refuses, if it has to do with an array.
   *
   * @param node that the compiler marks
   */
  instead(node: Node): string | undefined {
    const ts = this.#ts;
    const { parent } = node;
    const operation = ts.isBinaryExpression(node) ? node : ts.isBinaryExpression(parent) ? parent : undefined;
    if (operation && (this.#isArray(operation.left) || this.#isArray(operation.right))) return this.#operation(operation);
    if (ts.isPropertyAccessExpression(parent) && parent.name === node && this.#isArray(parent.expression)) {
      const call = ts.isCallExpression(parent.parent) && parent.parent.expression === parent ? parent.parent : undefined;
      return this.#method(parent.expression.getText(), node.getText(), call?.arguments.map((argument) => argument.getText()) ?? []);
    }
    if (!this.#isArray(node)) return undefined;
    if (ts.isCallExpression(parent) && /^Math\.\w+$/.test(parent.expression.getText())) return this.#ofMath(parent.expression.getText().slice(5), node, parent.arguments);
    const isIterated = ts.isSpreadElement(parent) || (ts.isForOfStatement(parent) && parent.expression === node);
    if (isIterated) return `${node.getText()}.toList()`;
    return ts.isArrayBindingPattern(node) && ts.isVariableDeclaration(parent) && parent.initializer ? `${parent.initializer.getText()}.toList()` : undefined;
  }

  /** What is wrong in a file without a word of the compiler's: `q[0]`, `-q`, `q == r`, `q < r`. */
  silent(file: SourceFile): Diagnostic[] {
    const found: Diagnostic[] = [];
    const look = (node: Node): void => {
      const messageText = this.#silent(node);
      if (messageText !== undefined && !isIgnored(file, node)) {
        const start = node.getStart();
        found.push({ file, start, length: node.end - start, messageText, category: this.#ts.DiagnosticCategory.Error, code: 0 });
      }
      this.#ts.forEachChild(node, look);
    };
    look(file);
    return found;
  }

  #silent(node: Node): string | undefined {
    const ts = this.#ts;
    if (ts.isElementAccessExpression(node)) {
      const isNumber = (this.#checker.getTypeAtLocation(node.argumentExpression).flags & ts.TypeFlags.NumberLike) !== 0;
      if (isNumber && this.#isArray(node.expression)) return `an array has no elements in brackets; ${this.#element(node)}`;
    }
    if (ts.isPrefixUnaryExpression(node) && this.#isArray(node.operand)) {
      const sign = ts.tokenToString(node.operator);
      if (sign === "-") return `an array has no sign; write ${node.operand.getText()}.neg()`;
      if (sign === "+" || sign === "~") return `an array is no number; write ${node.operand.getText()}.map((v) => ${sign}v)`;
    }
    // The sign first: of a long sum, each type is that of all before it.
    const sign = ts.isBinaryExpression(node) ? ts.tokenToString(node.operatorToken.kind)! : "";
    if (ts.isBinaryExpression(node) && SILENT.has(sign) && this.#isArray(node.left) && this.#isArray(node.right)) {
      if (sign === "==" || sign === "!=") {
        const [a, b] = [node.left.getText(), node.right.getText()];
        return `${sign} asks whether both are the same object; write ${a}.combine(${b}, (a, b) => Number(a ${sign}= b)) for each element, or ${sign}= for the objects`;
      }
      return `arrays have no order; write ${this.#operation(node)}`;
    }
    return undefined;
  }

  /** What to write for `q[0]`, `q[0][1]`, `q[0, 1]`, and for `q[0] = 5`. */
  #element(node: import("typescript").ElementAccessExpression): string {
    const ts = this.#ts;
    const x = node.expression.getText();
    const indices = [node.argumentExpression.getText()];
    let outer: Expression = node;
    while (ts.isElementAccessExpression(outer.parent) && outer.parent.expression === outer) {
      outer = outer.parent;
      indices.push((outer as typeof node).argumentExpression.getText());
    }
    const index = indices.join(", ");
    const { parent } = outer;
    if (ts.isBinaryExpression(parent) && parent.left === outer && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      return `write ${x}.set([${index}], ${parent.right.getText()})`;
    }
    const row = index.includes(",") ? "" : ` for an element of one axis, ${x}.slice(${index}, ${/^\d+$/.test(index) ? Number(index) + 1 : `${index} + 1`}) for a row`;
    return `write ${x}.get(${index})${row}`;
  }

  #operation({ left, right, operatorToken }: BinaryExpression): string | undefined {
    const sign = operatorToken.getText().replace(/(?<=[-+*/%])=$/, "");
    const isChange = sign !== operatorToken.getText();
    const [a, b] = [this.#operand(left), right.getText()];
    const instead = this.#binary(sign, a, b, left, right);
    return instead && (isChange ? `${a} = ${instead}` : instead);
  }

  #binary(sign: string, a: string, b: string, left: Expression, right: Expression): string | undefined {
    const isTruth = ["<", ">", "<=", ">=", "==", "!=", "===", "!=="].includes(sign);
    if (!isTruth && !["+", "-", "*", "/", "%", "**"].includes(sign)) return undefined;
    const each = (formula: string): string => (isTruth ? `Number(${formula})` : formula);
    const method = METHODS[sign];
    if (!this.#isArray(left)) {
      if (sign === "+" || sign === "*") return `${this.#operand(right)}.${method}(${left.getText()})`;
      return `${this.#operand(right)}.map((v) => ${each(`${a} ${sign} v`)})`;
    }
    if (method !== undefined) return `${a}.${method}(${b})`;
    return this.#isArray(right) ? `${a}.combine(${b}, (a, b) => ${each(`a ${sign} b`)})` : `${a}.map((v) => ${each(`v ${sign} ${b}`)})`;
  }

  #method(x: string, name: string, args: readonly string[]): string | undefined {
    if (Object.hasOwn(OTHER_METHODS, name)) return OTHER_METHODS[name]!(x, args.join(", "));
    return typeof (Math as unknown as Record<string, unknown>)[name] === "function" ? `${x}.map(Math.${name})` : undefined;
  }

  /** What to write for a function of Math that is called with an array. */
  #ofMath(name: string, array: Node, args: readonly Expression[]): string | undefined {
    const x = array.getText();
    if (args.length === 1) return OWN_OF_MATH.has(name) ? `${x}.${name}()` : `${x}.map(Math.${name})`;
    const others = args.filter((argument) => argument !== array);
    if (others.some((argument) => this.#ts.isSpreadElement(argument))) return undefined;
    if (others.length === 1 && (name === "max" || name === "min")) return `${x}.${name}imum(${others[0]!.getText()})`;
    if (others.some((argument) => this.#isArray(argument))) return undefined;
    return `${x}.map((v) => Math.${name}(${args.map((argument) => (argument === array ? "v" : argument.getText())).join(", ")}))`;
  }

  /** The text of what a method is called on. */
  #operand(node: Expression): string {
    const text = node.getText();
    return this.#ts.isBinaryExpression(node) || this.#ts.isPrefixUnaryExpression(node) ? `(${text})` : text;
  }

  #isArray(node: Node): boolean {
    return this.#checker.getTypeAtLocation(node).symbol?.name === ARRAY;
  }
}

/** As the compiler's own findings are. */
function isIgnored(file: SourceFile, node: Node): boolean {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  const starts = file.getLineStarts();
  return line > 0 && /^\s*\/\/\s*@ts-(ignore|expect-error)\b/.test(file.text.slice(starts[line - 1]!, starts[line]));
}
