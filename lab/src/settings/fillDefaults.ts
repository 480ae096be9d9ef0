import { JSONExt, type PartialJSONValue } from "@lumino/coreutils";

/** As much of a JSON schema as defaults need. */
interface Schema {
  readonly default?: PartialJSONValue;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What a user set, with the defaults of the schema wherever nothing was. */
export function fillDefaults(schema: Schema, value: PartialJSONValue | undefined): PartialJSONValue | undefined {
  const filled = value === undefined && schema.default !== undefined ? JSONExt.deepCopy(schema.default) : value;
  if (Array.isArray(filled)) return filled.map((item) => (schema.items ? fillDefaults(schema.items, item)! : item));
  if (schema.properties === undefined || typeof filled !== "object" || filled === null) return filled;
  const object = filled as Record<string, PartialJSONValue | undefined>;
  for (const [name, property] of Object.entries(schema.properties)) {
    const inner = fillDefaults(property, object[name]);
    if (inner !== undefined) object[name] = inner;
  }
  return object;
}
