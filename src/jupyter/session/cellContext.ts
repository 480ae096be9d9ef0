/** Which cell the running code belongs to, also after it waited. */
export interface CellContext<T extends object> {
  /** The cell that started what runs now, if any. */
  current(): T | undefined;
  run<R>(cell: T, work: () => R): R;
  /** Forgets the running cell: needed after its code has been stopped, when nothing else can. */
  reset(): void;
}
