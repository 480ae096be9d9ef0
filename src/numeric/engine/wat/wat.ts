/**
 * Words for writing WebAssembly's text format: an operand is a local (`"$name"`), an integer, or an
 * expression; everything but loads and stores of floats is a 32-bit integer.
 */

export type Operand = string | number;

export function value(operand: Operand): string {
  if (typeof operand === "number") return `(i32.const ${operand})`;
  return operand.startsWith("$") ? `(local.get ${operand})` : operand;
}

export const add = (...operands: Operand[]): string =>
  operands.map(value).reduce((left, right) => `(i32.add ${left} ${right})`);
export const sub = (left: Operand, right: Operand): string => `(i32.sub ${value(left)} ${value(right)})`;
export const mul = (left: Operand, right: Operand): string => `(i32.mul ${value(left)} ${value(right)})`;
export const less = (left: Operand, right: Operand): string => `(i32.lt_u ${value(left)} ${value(right)})`;
export const atMost = (left: Operand, right: Operand): string => `(i32.le_u ${value(left)} ${value(right)})`;
export const and = (left: string, right: string): string => `(i32.and ${left} ${right})`;
export const choose = (condition: string, yes: Operand, no: Operand): string =>
  `(select ${value(yes)} ${value(no)} ${condition})`;
export const min = (left: Operand, right: Operand): string => choose(less(left, right), left, right);

export const set = (local: string, to: Operand): string => `(local.set ${local} ${value(to)})`;
export const increase = (local: string, by: Operand): string => set(local, add(local, by));
export const decrease = (local: string, by: Operand): string => set(local, sub(local, by));
export const call = (name: string, ...operands: Operand[]): string => `(call ${name} ${operands.map(value).join(" ")})`;

/** The address of a value of a matrix whose rows are `step` bytes apart. */
export const address = (base: Operand, row: Operand, step: Operand, column: Operand, size: number): string =>
  add(base, mul(row, step), mul(column, size));

export const when = (condition: string, then: string[], otherwise: string[] = []): string =>
  `(if ${condition} (then ${then.join("\n")})${otherwise.length > 0 ? ` (else ${otherwise.join("\n")})` : ""})`;

/** Runs the body, and again while the condition holds after it. */
export const repeat = (label: string, body: string[], condition: string): string =>
  `(loop ${label} ${body.join("\n")} (br_if ${label} ${condition}))`;

/** Runs the body as long as the condition holds before it. */
export const during = (label: string, condition: string, body: string[]): string =>
  `(block ${label}End (loop ${label} (br_if ${label}End (i32.eqz ${condition})) ${body.join("\n")} (br ${label})))`;

export const loadVector = (address: Operand, offset = 0): string => `(v128.load offset=${offset} ${value(address)})`;
export const storeVector = (address: Operand, vector: string, offset = 0): string =>
  `(v128.store offset=${offset} ${value(address)} ${value(vector)})`;

interface Function {
  readonly name: string;
  /** The name that the module gives it outwards, if it does. */
  readonly exported?: string;
  /** Each `"$name"` of type i32, or `"$name type"`. */
  readonly parameters: string[];
  readonly locals?: string[];
  readonly body: string[];
}

export function define({ name, exported, parameters, locals = [], body }: Function): string {
  const declare = (kind: string) => (declaration: string): string => {
    const [local, type = "i32"] = declaration.split(" ");
    return `(${kind} ${local} ${type})`;
  };
  const outwards = exported ? ` (export "${exported}")` : "";
  return `(func ${name}${outwards} ${parameters.map(declare("param")).join(" ")} ${locals.map(declare("local")).join(" ")}
${body.join("\n")})`;
}
