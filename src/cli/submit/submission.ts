/** What the pages of a hand-in are made from. */
import type { ProjectNotebook } from "./project.js";
import type { Question } from "./questions.js";

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
