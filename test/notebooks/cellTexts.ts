/** What the code of a cell may say to its reader, as the catalogues of twins have it: with `{0}`, `{1}`, ... for what differs. */
import ts from "typescript";

/** All texts of the code but those that only code reads: imports, names of types, what is compared, keys to look up, `console.log`. */
export function cellTexts(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForCode(node)) return;
    const text = isSay(node) ? lineOf(node.arguments) : isText(node) ? textOf(node) : undefined;
    if (text !== undefined) texts.push(text);
    holesOf(node).forEach(visit);
  };
  visit(ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true));
  return [...new Set(texts)];
}

const COMPARES = new Set([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);

/** `console.log` is for what is the same in both languages; the other two speak it by themselves. */
const SAYS_NOTHING = new Set(["console.log", "showBackprop", "showPlayground"]);

function isForCode(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isThrowStatement(node)) return true;
  if (ts.isCallExpression(node)) return SAYS_NOTHING.has(node.expression.getText());
  if (!ts.isStringLiteral(node)) return false;
  return ts.isElementAccessExpression(node.parent) || (ts.isBinaryExpression(node.parent) && COMPARES.has(node.parent.operatorToken.kind));
}

function isSay(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === "say";
}

const isPlus = (node: ts.Node): node is ts.BinaryExpression => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

/** A literal, a template, or a sum that begins with one. */
function isText(node: ts.Node): node is ts.Expression {
  if (isPlus(node)) return isText(node.left) || isText(node.right);
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
}

/** A line, as `console.log` makes it of its arguments. */
function lineOf(values: readonly ts.Expression[]): string {
  return numbered(values.map(partsOf).join(" "));
}

const textOf = (node: ts.Expression): string => numbered(partsOf(node));

const HOLE = "\u0000";

function numbered(text: string): string {
  let count = 0;
  return text.replaceAll(HOLE, () => `{${count++}}`);
}

/** The text with a mark for each hole. */
function partsOf(node: ts.Expression): string {
  if (isPlus(node) && isText(node)) return partsOf(node.left) + partsOf(node.right);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return HOLE;
  return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join("");
}

/** What stands in the holes of a text; of anything else, all that it consists of. */
function holesOf(node: ts.Node): readonly ts.Node[] {
  if (isSay(node)) return node.arguments.flatMap((value) => (isText(value) ? holesOf(value) : value));
  if (isPlus(node) && isText(node)) return [node.left, node.right].flatMap((side) => (isText(side) ? holesOf(side) : side));
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (isText(node)) return [];
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  return children;
}
