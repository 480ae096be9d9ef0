/** Finds the route for a request, and turns whatever goes wrong into an answer. */
import { type Answer, json, Refusal, type Request } from "./request.js";

/** What a pattern's names stand for in the request at hand; `rest` holds what `*` stands for. */
export interface Places {
  readonly names: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
}

export interface Route {
  readonly method: "DELETE" | "GET" | "PATCH" | "POST" | "PUT";
  /** Segments such as `/api/kernels/:id/restart`; a `*` stands for any number of segments. */
  readonly pattern: string;
  readonly handle: (request: Request, places: Places) => Answer | Promise<Answer>;
}

export type Router = (request: Request) => Promise<Answer>;

/** One function of all routes; the first that fits has the word. */
export function router(routes: readonly Route[]): Router {
  const known = routes.map((route) => ({ route, segments: route.pattern.split("/").slice(1) }));
  return async (request) => {
    try {
      const fitting = known.flatMap(({ route, segments }) => {
        const places = match(segments, request.path);
        return places === null ? [] : [{ route, places }];
      });
      const method = request.method === "HEAD" ? "GET" : request.method;
      const found = fitting.find(({ route }) => route.method === method);
      if (found !== undefined) return await found.route.handle(request, found.places);
      if (fitting.length === 0) throw new Refusal(404, `nothing is at /${request.path.join("/")}`);
      const allow = [...new Set(fitting.map(({ route }) => route.method))].join(", ");
      return problem(405, `expected ${allow}, got ${request.method}`, { allow });
    } catch (error) {
      if (error instanceof Refusal) return problem(error.status, error.message);
      return problem(500, (error as Error).message);
    }
  };
}

/** An error as Jupyter's clients read it. */
export function problem(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return json({ message, reason: null }, status, headers);
}

function match(pattern: readonly string[], path: readonly string[]): Places | null {
  const star = pattern.indexOf("*");
  const [head, tail] = star < 0 ? [pattern, []] : [pattern.slice(0, star), pattern.slice(star + 1)];
  const spare = path.length - head.length - tail.length;
  if (star < 0 ? spare !== 0 : spare < 0) return null;
  const names: Record<string, string> = {};
  const fits = (segment: string, value: string): boolean => {
    if (!segment.startsWith(":")) return segment === value;
    names[segment.slice(1)] = value;
    return value !== "";
  };
  const rest = path.slice(head.length, head.length + Math.max(spare, 0));
  const isFit = head.every((segment, index) => fits(segment, path[index]!)) &&
    tail.every((segment, index) => fits(segment, path[head.length + spare + index]!));
  return isFit ? { names, rest } : null;
}
