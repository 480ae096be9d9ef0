import { expect, it } from "vitest";
import type { ShellRequest } from "../../../src/jupyter/session/cell.js";
import { RequestQueue } from "../../../src/jupyter/session/requestQueue.js";

const request = (msg_type: string): ShellRequest => ({ identity: [], header: { msg_id: "1", msg_type, session: "", username: "", date: "", version: "5.3" }, content: {}, number: 1 });
const CELL = "execute_request";

it("hands requests over in order, then none", () => {
  const queue = new RequestQueue();
  const [a, b] = [request(CELL), request("complete_request")];
  queue.add(a);
  queue.add(b);
  expect([queue.take(), queue.take(), queue.take()]).toEqual([{ request: a, isAborted: false }, { request: b, isAborted: false }, undefined]);
});

it("calls off the cells that wait or have arrived, not those that come later, nor other requests", () => {
  const arrived = request(CELL);
  const queue = new RequestQueue(() => [arrived]);
  const waiting = [request(CELL), request("kernel_info_request")];
  for (const each of waiting) queue.add(each);
  queue.abortCells();
  const later = request(CELL);
  queue.add(later);
  const taken = Array.from({ length: 4 }, () => queue.take()!);
  expect(taken.map((item) => item.request)).toEqual([...waiting, arrived, later]);
  expect(taken.map((item) => item.isAborted)).toEqual([true, false, true, false]);
});

it("calls off what waits where nothing arrives by itself", () => {
  const queue = new RequestQueue();
  queue.add(request(CELL));
  queue.abortCells();
  expect([queue.take()?.isAborted, queue.take()]).toEqual([true, undefined]);
});
