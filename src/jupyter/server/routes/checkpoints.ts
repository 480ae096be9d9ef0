/** `/api/contents/<path>/checkpoints`: an earlier state of a file. Before the routes of contents, whose paths they continue. */
import type { Checkpoints } from "../contents/checkpoints.js";
import { placeOf } from "../contents/place.js";
import { empty, json } from "../request.js";
import type { Route } from "../router.js";

export function checkpointRoutes(checkpoints: Checkpoints): Route[] {
  const all = "/api/contents/*/checkpoints";
  const one = `${all}/:id`;
  return [
    { method: "GET", pattern: all, handle: async (_, { rest }) => json(await checkpoints.list(placeOf(rest))) },
    { method: "POST", pattern: all, handle: async (_, { rest }) => json(await checkpoints.create(placeOf(rest)), 201) },
    { method: "POST", pattern: one, handle: async (_, { rest, names }) => (await checkpoints.restore(placeOf(rest), names.id!), empty()) },
    { method: "DELETE", pattern: one, handle: async (_, { rest, names }) => (await checkpoints.remove(placeOf(rest), names.id!), empty()) },
  ];
}
