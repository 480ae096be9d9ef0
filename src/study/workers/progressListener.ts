/** A listener of someone else's, who is told of work in threads from a timer: there nobody would catch what it throws. */

export interface ProgressListener<State> {
  /** Tells the listener; what it throws, at once or in a promise, fails the work. */
  tell(state: State): void;
  /** Rejects with the first thing that the listener has thrown, and else never settles. */
  readonly failed: Promise<never>;
}

/** @param update null for nobody */
export function listenToProgress<State>(update: ((state: State) => unknown) | null): ProgressListener<State> {
  let fail: (reason: unknown) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => {});
  return {
    failed,
    tell(state) {
      try {
        // A listener that is an async function throws in its promise.
        Promise.resolve(update?.(state)).catch(fail);
      } catch (error) {
        fail(error);
      }
    },
  };
}
