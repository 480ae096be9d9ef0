/** What the pages of a hand-in are made from. */
import type { ProjectNotebook } from "./project.js";
import { type Question, questionsOf } from "./questions.js";

export interface Submission {
  /** Name of the project. */
  readonly project: string;
  readonly author: string | null;
  /** As it is to be read, such as `2025-11-23`. */
  readonly date: string;
  readonly questions: readonly Question[];
  readonly notebooks: readonly ProjectNotebook[];
  readonly modelAnswers: boolean;
  readonly lang: string;
}

/** @param now as the clock on the wall has it */
export function submissionOf(parts: Omit<Submission, "date" | "questions">, now: Date): Submission {
  return { ...parts, date: withOffset(now).slice(0, "2025-11-23".length), questions: questionsOf(parts.notebooks) };
}

/** The time to the second as the clock on the wall has it, with its offset: a time alone is another one elsewhere. */
export function withOffset(time: Date): string {
  const minutes = -time.getTimezoneOffset();
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const local = new Date(time.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
