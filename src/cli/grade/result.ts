/** What the machine found in one hand-in. Points are not in it: they are counted from the teacher's file when tables are made. */
import type { Ending } from "./learnersProcess.js";

/** A check as the learner's notebook has it. */
export interface CheckResult {
  readonly name: string;
  readonly status: "passed" | "failed" | "not written yet" | "not run";
  readonly measured: string;
  readonly limit: string;
  readonly diagnosis: string;
  readonly causes?: readonly string[];
  readonly example?: string;
}

export interface ExerciseResult {
  readonly id: string;
  readonly open: readonly CheckResult[];
  readonly hidden: readonly CheckResult[];
  /** Why the learner's process was ended, or null. */
  readonly ending: Ending | null;
  /** The functions as they are written, for comparison and for the reader. */
  readonly texts: readonly string[];
  /** Ids of the exercises whose functions these call. */
  readonly uses: readonly string[];
  readonly flags: readonly Flag[];
}

export interface AnswerResult {
  readonly id: string;
  /** Markdown; empty where nothing is written. */
  readonly text: string;
}

/** Something for the teacher to look at, by the key of its words, with what it is about. */
export interface Flag {
  readonly kind: FlagKind;
  readonly about: string;
}

export type FlagKind =
  | "unreadable" | "bomb" | "leadsOut" | "noNotebook" | "otherNotebook" | "unreadableNotebook" | "worked" | "severalNotebooks" | "syntax" | "missing" | "double" | "foreignImport"
  | "ended" | "checkChanged" | "outputsChanged" | "recordMissing" | "older" | "sameFile" | "brokeOff" | "summaryDiffers";

export interface HandInResult {
  /** What it was made of: a hand-in is graded anew where this has changed. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** Path in the folder of hand-ins. */
  readonly file: string;
  /** With offset, or null where nobody knows. */
  readonly submitted: string | null;
  readonly lang: string;
  readonly exercises: readonly ExerciseResult[];
  readonly answers: readonly AnswerResult[];
  readonly flags: readonly Flag[];
}
