/**
 * The event, of `#host/events`, that a kernel emits before it stops a cell for good: V8 then unwinds the
 * stack past every `finally`, so that nothing else could still say how far the work had come.
 */
export const interruptEvent = "kernel:interrupt";
