import type { Kernels } from "../../../src/jupyter/server/kernels/kernels.js";
import { json } from "../../../src/jupyter/server/request.js";
import type { Route } from "../../../src/jupyter/server/router.js";

/** What a project may make of the requests that are open. */
export function openRequestsRoute(kernels: Kernels): Route {
  return { method: "GET", pattern: "/open/:id", handle: (_, { names }) => json(kernels.openRequests(names.id!)) };
}
