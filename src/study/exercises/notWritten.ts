/** The state in which an exercise is handed out. */
import { inLanguage } from "../words/inLanguage.js";

/**
 * Thrown by a stub; checks report it as work to do instead of as a mistake.
 *
 * @example
 * new NotWrittenError("sgd").subject // "sgd"
 */
export class NotWrittenError extends Error {
  override readonly name = "NotWrittenError";
  /** the function that is to be written */
  readonly subject: string;

  constructor(subject: string) {
    super(inLanguage(`${subject} is not written yet: replace notWritten(...) by your code`));
    this.subject = subject;
  }
}

/**
 * The body of a function that the reader is to write.
 *
 * @param subject its name, e.g. "affineForward"
 * @throws {NotWrittenError} always
 * @example
 * const myForward = () => notWritten("affineForward");
 * myForward() // NotWrittenError: affineForward is not written yet: replace notWritten(...) by your code
 */
export function notWritten(subject: string): never {
  throw new NotWrittenError(subject);
}
