/** What the compiler says of a cell, with advice behind it where people come from elsewhere: Python, NumPy, a browser. */
import type { Diagnostic, Node, SourceFile } from "typescript";
import type { Advised, Review } from "../cells/findings.js";
import type { TypeScript } from "../cells/typescript.js";
import { KERNEL_NAME } from "../protocol/kernelName.js";
import { ArrayAdvice } from "./arrayAdvice.js";

/** What differs from kernel to kernel. */
export interface AdviceWords {
  /** Why a name of a page is not there. */
  readonly noPage: string;
  /** What to do where the library is not found, if something can be done. */
  readonly noLibrary?: string;
}

/** What a page has and cells have not, of the names that people use without having declared them. */
const OF_PAGE = new Set("alert confirm document window location localStorage sessionStorage requestAnimationFrame cancelAnimationFrame Image XMLHttpRequest HTMLElement".split(" "));

/** Names of Python, and what is written here. */
const OF_PYTHON: Readonly<Record<string, string>> = {
  print: "console.log(...) prints",
  len: "write list.length, or array.shape[0]",
  range: "write for (let i = 0; i < n; i++), or arange(n) for an array",
  enumerate: "write list.entries()",
  zip: "write a.map((x, i) => [x, b[i]])",
  None: "write null, or undefined",
  True: "write true",
  False: "write false",
  str: "write String(x)",
  int: "write Math.trunc(x)",
  float: "write Number(x)",
  self: "write this",
  plt: "import a figure and showFigure from \"two-layer-net/study\" and \"two-layer-net/notebook\"",
};

/** Of NumPy, what the library has as a function of the same name. */
const FUNCTIONS = new Set(["array", "zeros", "ones", "full", "arange", "linspace", "matmul"]);

/** Of NumPy, what is no function. */
const NUMBERS: Readonly<Record<string, string>> = { pi: "Math.PI", e: "Math.E", inf: "Infinity", nan: "NaN" };

/** Codes of the compiler for: no such name, no such name but another, none without the DOM's types, none but a type. */
const NO_NAME = new Set([2304, 2552, 2584, 2693]);
const NO_MODULE = 2307;
const EXPECTED = 1005;

/** Advice on what the compiler says of a cell, or of a file that it imports. */
export function compilerAdvice(ts: TypeScript, words: AdviceWords): Review {
  return (program, file, found, isCell) => {
    const arrays = new ArrayAdvice(ts, program.getTypeChecker());
    // Of what cannot be read, nothing is known.
    const isSilent = !isCell || isUnchecked(file) || program.getSyntacticDiagnostics(file).length > 0;
    return [...found, ...(isSilent ? [] : arrays.silent(file))].map((diagnostic) => withAdvice(ts, words, arrays, diagnostic));
  };
}

function isUnchecked({ text }: SourceFile): boolean {
  return /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*?\/\/\s*@ts-nocheck\b/.test(text);
}

function withAdvice(ts: TypeScript, words: AdviceWords, arrays: ArrayAdvice, diagnostic: Diagnostic): Advised {
  const { file, start, length, code, messageText } = diagnostic;
  if (!file || start === undefined || file.isDeclarationFile || code === 0) return diagnostic;
  const text = file.text.slice(start, start + (length ?? 0));
  const node = nodeAt(ts, file, start, start + (length ?? 0));
  const write = (instead: string | undefined): string | undefined => instead && `write ${instead}`;
  let advice: string | undefined;
  // The file that declares a type says nothing to those who have imported it.
  let message = (typeof messageText === "string" ? messageText : messageText.messageText).replace(/import\("[^"]*"\)\.(?=\w)/g, "");
  if (NO_NAME.has(code)) {
    // What follows is about options that no cell has.
    message = message.replace(/^(Cannot find name '\w+'\.) Do you need to change your target library\?.*/, "$1");
    advice = OF_PAGE.has(text) ? words.noPage : adviceOnName(ts, text, node);
  } else if (code === NO_MODULE) advice = isOfLibrary(message) ? words.noLibrary : undefined;
  else if (code === EXPECTED) advice = adviceOnSlice(file.text, start);
  else advice = write(node && arrays.instead(node));
  return { ...diagnostic, advice, messageText: typeof messageText === "string" ? message : { ...messageText, messageText: message } };
}

function adviceOnName(ts: TypeScript, name: string, node: Node | undefined): string | undefined {
  if (name === "np") return adviceOnNumpy(ts, node?.parent);
  return Object.hasOwn(OF_PYTHON, name) ? OF_PYTHON[name] : undefined;
}

function adviceOnNumpy(ts: TypeScript, access: Node | undefined): string {
  const imported = (name: string): string => `import { ${name} } from "${KERNEL_NAME}"`;
  if (!access || !ts.isPropertyAccessExpression(access)) return `import what you need by name: ${imported("array, zeros, matmul")}`;
  if (Object.hasOwn(NUMBERS, access.name.text)) return `write ${NUMBERS[access.name.text]!}`;
  const name = access.name.text === "dot" ? "matmul" : access.name.text;
  const args = ts.isCallExpression(access.parent) ? access.parent.arguments.map((argument) => argument.getText()) : [];
  if (FUNCTIONS.has(name)) return `write ${name}(${args.join(", ")}), with ${imported(name)}`;
  const [x = "x", ...rest] = args;
  // axis=0 and the like: places count here.
  return `functions of arrays are methods: write ${x}.${name}(${rest.map((argument) => argument.replace(/^\w+\s*=\s*/, "")).join(", ")})`;
}

function isOfLibrary(message: string): boolean {
  const name = /^Cannot find module '([^']+)'/.exec(message)?.[1];
  return name !== undefined && (name === KERNEL_NAME || name.startsWith(`${KERNEL_NAME}/`));
}

/** `q[1:3]` ends with the colon, for the compiler. */
function adviceOnSlice(text: string, at: number): string | undefined {
  const before = /([\w.]+)\[([^[\]\n:]*)$/.exec(text.slice(0, at));
  const after = /^:\s*([^[\]\n:]*)\]/.exec(text.slice(at));
  if (!before || !after) return undefined;
  return `rows are ${before[1]}.slice(${before[2]!.trim() || "0"}${after[1]!.trim() && `, ${after[1]!.trim()}`})`;
}

/** The smallest node that holds the range. */
function nodeAt(ts: TypeScript, file: SourceFile, start: number, end: number): Node | undefined {
  let found: Node | undefined;
  const look = (node: Node): void => {
    if (node.getStart(file) > start || node.end < end) return;
    found = node;
    ts.forEachChild(node, look);
  };
  ts.forEachChild(file, look);
  return found;
}
