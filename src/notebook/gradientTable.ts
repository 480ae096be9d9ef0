import { checkObject } from "../numeric/arguments/check.js";
import { danfo, type DataFrame } from "./danfo.js";

/**
 * The results of gradient checks as a frame with the columns parameter, relative error, threshold
 * and verdict: "ok" up to the threshold, "too large" above it and for NaN.
 *
 * @param relativeErrors by parameter, such as `{ W1: 1.83e-8, b1: 9.83e-9 }`
 * @param threshold largest error that is fine, above 0, for all parameters or by parameter
 * @throws {TypeError} if the errors are not an object
 * @throws {RangeError} if there is no error, or no threshold above 0 for one of them
 * @example
 * gradientTable({ W1: 1.83e-8, b1: 0.5 }, 1e-7).shape // [ 2, 4 ]
 */
export function gradientTable(relativeErrors: Readonly<Record<string, number>>, threshold: number | Readonly<Record<string, number>>): DataFrame {
  checkObject("gradientTable", "relativeErrors", "{ W1: 1.83e-8 }", relativeErrors);
  const rows = Object.entries(relativeErrors).map(([parameter, error]) => {
    const limit = typeof threshold === "number" ? threshold : threshold?.[parameter];
    if (!(limit !== undefined && limit > 0)) throw new RangeError(`gradientTable: expected a threshold above 0 for ${parameter}, got ${limit ?? "none"}`);
    return [parameter, error, limit, error <= limit ? "ok" : "too large"];
  });
  if (rows.length === 0) throw new RangeError("gradientTable: expected the relative error of at least one parameter, got none");
  return new (danfo().DataFrame)(rows, { columns: ["parameter", "relative error", "threshold", "verdict"] });
}
