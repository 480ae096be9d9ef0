/** What the front end brings besides scripts: schemas of settings, and texts in other languages. */
import { isFields } from "./request.js";
import type { Schema } from "./routes/settings.js";
import type { Translation } from "./routes/translations.js";

const LANGUAGES: readonly (Omit<Translation, "data"> & { readonly code: string; readonly locale: string })[] = [
  { code: "ko", locale: "ko_KR", displayName: "Korean", nativeName: "한국어" },
];

/** @param read the texts of a language, such as `ko`; `{}` for none */
export function languagesOf(read: (code: string) => unknown): ReadonlyMap<string, Translation> {
  return new Map(LANGUAGES.flatMap(({ code, locale, ...names }) => {
    const data = read(code);
    return isFields(data) && Object.keys(data).length > 0 ? [[locale, { ...names, data }] as const] : [];
  }));
}

/** @param value what `schemas.json` of the front end holds */
export function schemasOf(value: unknown): ReadonlyMap<string, Schema> {
  return new Map(Object.entries(isFields(value) ? value : {}).map(([id, schema]) => [id, schemaOf(schema)]));
}

function schemaOf(value: unknown): Schema {
  if (isFields(value) && isFields(value.schema)) return { schema: value.schema, version: typeof value.version === "string" ? value.version : "" };
  return { schema: isFields(value) ? value : {}, version: "" };
}
