/** Caches say which layer's forward pass made them, so that one of another layer is noticed. */
import { describeValue } from "../arguments/describeValue.js";

/** @throws {TypeError} if cache is not what `<layer>Forward` has kept */
export function checkCache(caller: string, layer: string, cache: { readonly layer: string }): void {
  const got: unknown = cache?.layer;
  if (got === layer) return;
  const found = typeof got === "string" ? `that of ${got}Forward` : describeValue(cache);
  const remedy = Array.isArray(cache) ? "; a forward pass returns [out, cache]: take the second" : "";
  throw new TypeError(`${caller}: expected the cache of ${layer}Forward, got ${found}${remedy}`);
}
