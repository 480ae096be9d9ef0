/**
 * The thread that waits for SIGINT, which is how a terminal or a client asks to interrupt, and passes it on.
 *
 * Node hands a signal over between two callbacks only, and a busy cell comes to no end of one. What it can do is stop a
 * script that asks for it; so here one waits for nothing but that. There are many of them, one in the other: while the
 * innermost is on its way to wait again, the next one hears the signal, and at no moment would it end the process.
 */
import vm from "node:vm";
import { parentPort } from "node:worker_threads";
import { sigintChannel } from "./sigint.js";

/** More than the signals that can come while one is passed on. */
const DEPTH = 30;
const NAME = "waitForSignals";

const channel = sigintChannel();
const never = new Int32Array(new SharedArrayBuffer(4));

function wait(depth: number): never {
  for (; ;) {
    try {
      if (depth === 0) Atomics.wait(never, 0, 0);
      else vm.runInThisContext(`${NAME}(${depth - 1})`, { breakOnSigint: true });
    } catch {
      channel.postMessage("SIGINT");
    }
  }
}

Object.defineProperty(globalThis, NAME, { value: wait });
parentPort!.postMessage("begun");
wait(DEPTH);
