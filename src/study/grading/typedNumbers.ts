/** Typed arrays as texts, for messages. */

const NUMBERS = { Float64Array, Float32Array, Int32Array, Uint8Array, Int8Array, Int16Array, Uint16Array, Uint32Array } as const;

/** Such as "Float64Array". */
export function typeName(view: ArrayBufferView): string {
  return view.constructor.name;
}

export function isNumbers(type: string): type is keyof typeof NUMBERS {
  return Object.hasOwn(NUMBERS, type);
}

/** The bytes of a typed array, as text. */
export function bytesText({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

/**
 * The typed array of `bytesText`.
 *
 * @throws {TypeError} if there is no such type of numbers
 */
export function numbers(type: string, text: string): Float64Array {
  if (!isNumbers(type)) throw new TypeError(`expected numbers of ${Object.keys(NUMBERS).join(", ")}, got ${type}`);
  const Numbers = NUMBERS[type];
  const bytes = Buffer.from(text, "base64");
  // a copy begins where its elements may begin
  return new Numbers(new Uint8Array(bytes).buffer) as Float64Array;
}

/** Puts the numbers of one into the other, where they are as many. */
export function overwrite(target: ArrayLike<number>, source: ArrayLike<number>): void {
  if (target.length === source.length) (target as Float64Array).set(source);
}
