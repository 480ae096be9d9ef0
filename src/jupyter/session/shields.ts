/** What runs at the moment, for whoever stops it: the kernel's own code, the compiler, or the user's code. */
export interface Shields {
  /** Whether the compiler is at work, be it that an interrupt has come into the midst of it. */
  readonly compiling: boolean;
  /** Runs the kernel's own code. */
  shield<T>(work: () => T): T;
  /** Runs the compiler, which must not be stopped half-way: its next cell would find it in disorder. */
  compile<T>(work: () => T): T;
  /** Runs the user's code from within the kernel's. */
  expose<T>(work: () => T): T;
}
