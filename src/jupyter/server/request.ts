/** What a route is given and what it gives: plain records, so that the same routes serve a socket or a page's own fetch. */

export interface Request {
  readonly method: string;
  /** The segments of the path, each decoded once. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export type Fields = Record<string, unknown>;

/** A request that cannot be granted, with the status to say so. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The value as JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

/** An answer without a body. */
export function empty(status = 204, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: "" };
}

/**
 * The request's body, `{}` if there is none.
 *
 * @throws {Refusal} 400 if it is not a JSON object
 */
export function fieldsOf({ body }: Request): Fields {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    value = undefined;
  }
  if (!isFields(value)) throw new Refusal(400, `expected a JSON object, got ${body.length} bytes that are none`);
  return value;
}

/**
 * The text of that name, or undefined if there is none.
 *
 * @throws {Refusal} 400 if it is something else
 */
export function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw new Refusal(400, `expected ${name} to be text, got ${JSON.stringify(value).slice(0, 80)}`);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
