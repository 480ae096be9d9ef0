/** `/lab/api/settings`: what a user chose, over the schemas that the front end brings. */
import { empty, fieldsOf, isFields, json, Refusal, textField } from "../request.js";
import type { Route } from "../router.js";
import type { Store } from "../store.js";

export interface Schema {
  readonly schema: Record<string, unknown>;
  readonly version: string;
}

const FOLDER = "settings";
/** `@jupyterlab/apputils-extension:themes`: a package and a plugin of it. */
const ID = /^(?:@[\w.-]+\/)?[\w.-]+:[\w.-]+$/;

/**
 * @param schemas by id
 * @param own the store of the server's own files
 */
export function settingsRoutes(schemas: ReadonlyMap<string, Schema>, own: Store): Route[] {
  const model = async (id: string): Promise<object> => {
    const found = schemas.get(id);
    if (found === undefined) throw new Refusal(404, `there is no plugin ${id}`);
    const entry = await own.look(fileOf(id));
    const raw = entry === null ? "{}" : new TextDecoder().decode(await own.read(fileOf(id)));
    const times = { created: entry?.created.toISOString() ?? null, last_modified: entry?.modified.toISOString() ?? null };
    return { id, ...found, raw, settings: settingsOf(raw), ...times, warning: null };
  };
  const pattern = "/lab/api/settings/*";
  return [
    {
      method: "GET",
      pattern,
      handle: async ({ query }, { rest }) => {
        if (rest.join("") !== "") return json(await model(rest.join("/")));
        const ids = [...schemas.keys()];
        return json({ settings: query.get("ids_only") === "true" ? ids.map((id) => ({ id })) : await Promise.all(ids.map(model)) });
      },
    },
    {
      method: "PUT",
      pattern,
      handle: async (request, { rest }) => {
        const id = rest.join("/");
        if (!ID.test(id) || !schemas.has(id)) throw new Refusal(404, `there is no plugin ${id}`);
        const raw = textField(fieldsOf(request), "raw");
        if (raw === undefined || settingsOf(raw) === null) throw new Refusal(400, "expected raw to be the text of a JSON object, got something else");
        await own.write(fileOf(id), raw);
        return empty();
      },
    },
  ];
}

function fileOf(id: string): string {
  return `${FOLDER}/${id.replaceAll(/[@/:]/g, "_")}.json`;
}

/** Null if the text is not JSON, comments apart. */
function settingsOf(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(withoutComments(raw));
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

/** Front ends write `//` lines and blocks above a setting. */
function withoutComments(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//g, (_, quoted: string | undefined) => quoted ?? "");
}
