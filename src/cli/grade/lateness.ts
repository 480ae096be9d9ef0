/** Hand-ins after the due time: by how much, and what it takes. Computed for each table anew, and kept nowhere. */
import type { Grading } from "./gradingFile.js";
import { isoTime } from "./isoTime.js";

/** Minutes after the due time, 0 for what is in time, null where a time is not known. */
export function lateMinutes(submitted: string | null, { due }: Grading): number | null {
  const [there, until] = [isoTime(submitted), isoTime(due)];
  return there === null || until === null ? null : Math.max(0, Math.ceil((there - until) / 60_000));
}

/** The share of the total that lateness takes, from 0 to 1. */
export function latePenalty(minutes: number | null, { late: { perDay, most, graceMinutes } }: Grading): number {
  if (minutes === null || minutes <= graceMinutes) return 0;
  return Math.min(most, perDay * Math.ceil(minutes / (24 * 60)), 100) / 100;
}
