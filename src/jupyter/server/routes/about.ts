/** What the server says of itself, and what it has none of. */
import type { Kernels } from "../kernels/kernels.js";
import { fieldsOf, json } from "../request.js";
import type { Route } from "../router.js";

export interface About {
  readonly version: string;
  readonly username: string;
}

export function aboutRoutes({ version, username }: About, kernels: Kernels): Route[] {
  const started = new Date().toISOString();
  const identity = { username, name: username, display_name: username, initials: username.slice(0, 1).toUpperCase(), avatar_url: null, color: null };
  const get = (pattern: string, answer: () => unknown): Route => ({ method: "GET", pattern, handle: () => json(answer()) });
  const section = "/api/config/:section";
  return [
    get("/api", () => ({ version })),
    get("/api/me", () => ({ identity, permissions: {} })),
    get("/api/status", () => {
      const models = kernels.list();
      const last_activity = models.map((model) => model.last_activity).sort().at(-1) ?? started;
      return { started, last_activity, connections: models.reduce((sum, { connections }) => sum + connections, 0), kernels: models.length };
    }),
    get("/api/nbconvert", () => ({})),
    get("/api/terminals", () => []),
    get(section, () => ({})),
    // Classic Notebook's own settings; a front end of today has others.
    { method: "PATCH", pattern: section, handle: (request) => json(fieldsOf(request)) },
    { method: "PUT", pattern: section, handle: (request) => json(fieldsOf(request)) },
  ];
}
