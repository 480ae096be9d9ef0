/**
 * Float rows from bytes: `out[i] = pixels[indices[i]] - mean`, the only place where pixels become
 * floats. It trusts its caller for the indices.
 *
 * @param pixels rows of rowLength bytes
 * @param mean rowLength values
 * @param out indices.length rows of rowLength values, overwritten
 */
export function gatherRows(
  pixels: Uint8Array,
  rowLength: number,
  indices: ArrayLike<number>,
  mean: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < indices.length; i++) {
    const from = indices[i]! * rowLength;
    const to = i * rowLength;
    for (let j = 0; j < rowLength; j++) out[to + j] = pixels[from + j]! - mean[j]!;
  }
}
