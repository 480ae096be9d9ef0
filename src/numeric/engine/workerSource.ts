/**
 * The program of a worker thread, as text that `startThread` takes.
 */

/** States of a worker's slot in shared memory. */
export const IDLE = 0;
/** A call is written: whoever exchanges this for another state first does the work. */
export const POSTED = 1;
export const RUNNING = 2;
export const FINISHED = 3;

/** A slot: the state, then from `CALL_AT` the routine's number and its arguments in float64. */
export const CALL_AT = 64;
export const CALL_LENGTH = 16;
export const SLOT_BYTES = CALL_AT + 8 * CALL_LENGTH;

/** Looks at the state before a thread goes to sleep: about 0.1 ms, what lies between two calls of a training step. */
export const SPINS = 50_000;

export const WORKER_SOURCE = `
function begin({ module, memory, slot }) {
  const routines = Object.values(new WebAssembly.Instance(module, { engine: { memory } }).exports);
  const state = new Int32Array(memory.buffer, slot, 1);
  const call = new Float64Array(memory.buffer, slot + ${CALL_AT}, ${CALL_LENGTH});
  for (;;) {
    waitForCall(state);
    if (Atomics.compareExchange(state, 0, ${POSTED}, ${RUNNING}) === ${POSTED}) {
      routines[call[0]](...call.subarray(1));
      Atomics.store(state, 0, ${FINISHED});
      Atomics.notify(state, 0);
    }
  }
}

function waitForCall(state) {
  for (let i = 0; i < ${SPINS}; i++) if (Atomics.load(state, 0) === ${POSTED}) return;
  for (let seen = Atomics.load(state, 0); seen !== ${POSTED}; seen = Atomics.load(state, 0)) Atomics.wait(state, 0, seen);
}
`;
