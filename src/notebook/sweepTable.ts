import { checkList, checkObject } from "../numeric/arguments/check.js";
import { danfo, type DataFrame } from "./danfo.js";

/** One run of a sweep: its settings and its results. */
export type SweepRecord = Readonly<Record<string, string | number | boolean>>;

/** Options of `sweepTable`. */
export interface SweepTableOptions {
  /** Column to sort by; in the order of the records if left out. */
  readonly sortBy?: string;
  /** Smallest first; default false, so that the best accuracy leads. */
  readonly ascending?: boolean;
}

/**
 * The runs of a sweep as a frame with a row for each and a column for each setting and result;
 * what a run does not have is NaN, and comes last when sorted by it.
 *
 * @throws {TypeError} if records are not a list of objects
 * @throws {RangeError} if there is no run, or none with the column to sort by
 * @example
 * const runs = sweepTable([{ lr: 1e-3, valAcc: 0.48 }, { lr: 3e-4, valAcc: 0.41 }], { sortBy: "valAcc" });
 * runs.groupby(["lr"]).col(["valAcc"]).max();
 */
export function sweepTable(records: readonly SweepRecord[], { sortBy, ascending = false }: SweepTableOptions = {}): DataFrame {
  checkList("sweepTable", "records", records);
  for (const record of records) checkObject("sweepTable", "every record", "{ lr: 1e-3, valAcc: 0.48 }", record);
  if (records.length === 0) throw new RangeError("sweepTable: expected at least one run, got none");
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (sortBy !== undefined && !columns.includes(sortBy)) {
    throw new RangeError(`sweepTable: expected sortBy to be one of ${columns.join(", ")}, got ${sortBy}`);
  }
  const order = records.map((_, i) => i);
  if (sortBy !== undefined) order.sort((a, b) => compare(records[a][sortBy], records[b][sortBy], ascending));
  const rows = order.map((i) => columns.map((column) => records[i][column] ?? NaN));
  return new (danfo().DataFrame)(rows, { columns, index: order });
}

/** Order of two values, in which whatever is missing or NaN comes last either way. */
function compare(a: SweepRecord[string] | undefined, b: SweepRecord[string] | undefined, ascending: boolean): number {
  const missing = (value: unknown) => Number(value === undefined || Number.isNaN(value));
  if (missing(a) + missing(b) > 0) return missing(a) - missing(b);
  if (a === b) return 0;
  return a! < b! === ascending ? -1 : 1;
}
