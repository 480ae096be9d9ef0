/**
 * The calling thread and its worker threads: runs a routine on several parts of the work at once.
 *
 * A part that a worker has not begun when the caller is done with its own is taken back and
 * done by the caller. So a worker that is still starting, asleep, short of a core or dead costs
 * nothing but its help; only one that dies in the middle of a part is waited for, within bounds.
 */
import { waitWhile } from "#host/machine";
import { startThread, type Thread } from "#host/threads";
import type { EngineMemory } from "./memory.js";
import { CALL_AT, CALL_LENGTH, FINISHED, IDLE, POSTED, RUNNING, SLOT_BYTES, SPINS, WORKER_SOURCE } from "./workerSource.js";

/** A routine's name and its arguments. */
export type Routines = Readonly<Record<string, (...args: number[]) => void>>;

/** How long a part that a worker has begun may take: at least this, or as many times the caller's own part. */
const PATIENCE = { milliseconds: 10_000, times: 100 };

interface Member {
  readonly worker: Thread;
  readonly state: Int32Array;
  readonly call: Float64Array;
}

export interface TeamOptions {
  readonly module: WebAssembly.Module;
  /** The module's exports in the calling thread. */
  readonly routines: Routines;
  readonly memory: EngineMemory;
  /** Threads, the caller included. */
  readonly threads: number;
  /** Why there are fewer threads than asked for, if so. */
  readonly note?: string;
  /** Milliseconds that a part which a worker has begun may take at least. */
  readonly patience?: number;
}

export class Team {
  /** Why there are fewer threads than asked for; empty if there are not. */
  note: string;
  partsByWorkers = 0;

  readonly #options: TeamOptions;
  readonly #numbers: ReadonlyMap<string, number>;
  #members: Member[] | undefined;

  constructor(options: TeamOptions) {
    this.#options = options;
    this.#numbers = new Map(Object.keys(options.routines).map((name, number) => [name, number]));
    this.note = options.note ?? "";
  }

  /** Threads at work, the caller included; workers start with the first shared work. */
  get threads(): number {
    return this.#members ? this.#members.length + 1 : this.#options.threads;
  }

  /**
   * Runs the routine on each part: the first part in the calling thread, the others in workers.
   *
   * @param routine may be run again on a part of which a lost worker has done some: it writes only
   * what it does not read
   * @param parts arguments of the routine, for at most as many parts as threads
   */
  run(routine: string, parts: readonly (readonly number[])[]): void {
    const members = parts.length > 1 ? this.#started() : [];
    const number = this.#numbers.get(routine)!;
    parts.slice(1).forEach((part, i) => members[i] && post(members[i], number, part));
    const begin = performance.now();
    this.#options.routines[routine](...parts[0]);
    const { patience = PATIENCE.milliseconds } = this.#options;
    const deadline = Math.max(patience, PATIENCE.times * (performance.now() - begin));
    parts.slice(1).forEach((part, i) => {
      if (members[i] && this.#finished(members[i], deadline)) this.partsByWorkers++;
      else this.#options.routines[routine](...part);
    });
  }

  /** Ends the worker threads; the work goes on in the calling thread. */
  async stop(): Promise<void> {
    const members = this.#members ?? [];
    if (this.threads > 1) this.#dismiss("the worker threads were stopped");
    await Promise.all(members.map(({ worker }) => worker.terminate()));
  }

  /** Takes back a part that the worker has not begun, or waits for it; false if the caller has to do it. */
  #finished(member: Member, deadline: number): boolean {
    const begun = !takeBack(member);
    const finished = begun && finishedWithin(member, deadline);
    if (begun && !finished) this.#dismiss("a worker thread did not finish its part");
    Atomics.store(member.state, 0, IDLE);
    return finished;
  }

  #started(): Member[] {
    if (this.#members) return this.#members;
    this.#members = [];
    try {
      for (let i = 1; i < this.#options.threads; i++) this.#members.push(startMember(this.#options, (reason) => this.#dismiss(reason)));
    } catch (error) {
      this.#dismiss(`no worker thread could be started: ${String(error)}`);
    }
    return this.#members;
  }

  #dismiss(reason: string): void {
    const members = this.#members ?? [];
    this.#members = [];
    this.note ||= reason;
    for (const { worker } of members) void worker.terminate();
  }
}

function startMember({ module, memory }: TeamOptions, lost: (reason: string) => void): Member {
  const slot = memory.take(SLOT_BYTES);
  const { buffer } = memory.memory;
  const state = new Int32Array(buffer, slot, 1);
  state[0] = IDLE;
  const worker = startThread(WORKER_SOURCE, { module, memory: memory.memory, slot }, lost);
  return { worker, state, call: new Float64Array(buffer, slot + CALL_AT, CALL_LENGTH) };
}

function post({ state, call }: Member, routine: number, part: readonly number[]): void {
  call[0] = routine;
  call.set(part, 1);
  Atomics.store(state, 0, POSTED);
  Atomics.notify(state, 0);
}

/** Whether the worker had not begun, and now will not. */
function takeBack({ state }: Member): boolean {
  return Atomics.compareExchange(state, 0, POSTED, IDLE) === POSTED;
}

/** Waits for a part that has begun: looks for a while, then sleeps. */
function finishedWithin({ state }: Member, milliseconds: number): boolean {
  for (let i = 0; i < SPINS; i++) if (Atomics.load(state, 0) === FINISHED) return true;
  return waitWhile(state, RUNNING, milliseconds);
}
