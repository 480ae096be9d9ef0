/** @throws {TypeError} if a list comes where NumPy takes a tuple and we take one number per axis */
export function checkSpread(caller: string, args: readonly unknown[]): void {
  if (Array.isArray(args[0])) throw new TypeError(`${caller}: expected one number per axis, got a list; write ${caller}(...list)`);
}
