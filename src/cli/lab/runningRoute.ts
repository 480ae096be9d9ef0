/** `/two-layer-net/running/<kernel>`: the cells that run, for a page that is loaded anew. */
import type { Kernels } from "../../jupyter/server/kernels/kernels.js";
import { json } from "../../jupyter/server/request.js";
import type { Route } from "../../jupyter/server/router.js";
import { knownKernel } from "../../jupyter/server/routes/kernels.js";

export function runningRoute(kernels: Kernels): Route {
  const handle: Route["handle"] = (_, { names }) => json({ requests: kernels.openRequests(knownKernel(kernels, names.id!).id) });
  return { method: "GET", pattern: "/two-layer-net/running/:id", handle };
}
