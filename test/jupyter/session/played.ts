/** What surrounds a cell in a kernel, played: requests, cells, shields that only tell. */
import type { Cell, ShellRequest } from "../../../src/jupyter/session/cell.js";
import type { Shields } from "../../../src/jupyter/session/shields.js";

export function requestOf(content: Record<string, unknown> = {}, msg_type = "execute_request", number = 1): ShellRequest {
  return { identity: [], header: { msg_id: `${msg_type} ${number}`, msg_type, session: "", username: "", date: "", version: "5.3" }, content, number };
}

export function cellOf(more: Partial<Cell> = {}): Cell {
  return {
    request: requestOf(), code: "", count: 1, silent: false, stopOnError: true, settled: false, interrupted: false, expressions: {}, outcome: { kind: "nothing" }, ...more,
  };
}

/** @param told gets the kind of work when it begins, and `end` */
export function shieldsThatTell(told: string[], compiling = false): Shields {
  const as = (kind: string) => <T>(work: () => T): T => {
    told.push(kind);
    try {
      return work();
    } finally {
      told.push("end");
    }
  };
  return { compiling, shield: as("kernel"), compile: as("compiler"), expose: as("user") };
}
