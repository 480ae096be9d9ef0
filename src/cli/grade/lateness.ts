/** Hand-ins after the due time: by how much, and what it takes. Computed for each table anew, and kept nowhere. */
import type { Grading } from "./gradingFile.js";

/** The time in milliseconds, or null for what is none or has no offset: a time alone is another one elsewhere. */
export function isoTime(text: unknown): number | null {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

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
