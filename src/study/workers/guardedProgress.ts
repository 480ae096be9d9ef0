/** Progress whose listener may fail: a broken progress bar is no reason to lose hours of training. */
export interface Progress<State> {
  update(state: State): void;
  end(): void;
}

/**
 * The progress, told no more after the first error of it.
 *
 * @param note takes what happened, in a line
 */
export function guardedProgress<State>(progress: Progress<State> | null, note: (text: string) => void): Progress<State> {
  let listener = progress;
  const tell = (what: "update" | "end", call: (listener: Progress<State>) => void): void => {
    try {
      if (listener) call(listener);
    } catch (error) {
      listener = null;
      note(`progress.${what} threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}; it was told no more`);
    }
  };
  return { update: (state) => tell("update", (to) => to.update(state)), end: () => tell("end", (to) => to.end()) };
}
