/** Keeps the form of a file: what did not change keeps the order of its keys. */
import { isFields } from "../request.js";

/**
 * The new value with the keys of objects in the order in which the old value has them; new keys come last.
 * Lists are compared place by place.
 */
export function sameForm(value: unknown, old: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => sameForm(item, Array.isArray(old) ? old[index] : undefined));
  if (!isFields(value) || !isFields(old)) return value;
  const keys = [...Object.keys(old).filter((key) => Object.hasOwn(value, key)), ...Object.keys(value).filter((key) => !Object.hasOwn(old, key))];
  return Object.fromEntries(keys.map((key) => [key, sameForm(value[key], old[key])]));
}
