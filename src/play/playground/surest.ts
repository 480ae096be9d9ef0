import type { NDArray } from "../../index.js";

/** What scores say: the class with the highest, and how sure its softmax is of it, from 0 (as likely as any) to 1. */
export function surest(scores: NDArray): { readonly labels: Uint8Array; readonly certainty: Float64Array } {
  const [N, C] = scores.shape as [number, number];
  const { data } = scores;
  const [labels, certainty] = [new Uint8Array(N), new Float64Array(N)];
  for (let i = 0; i < N; i++) {
    let best = 0;
    for (let c = 1; c < C; c++) if (data[i * C + c]! > data[i * C + best]!) best = c;
    let sum = 0;
    for (let c = 0; c < C; c++) sum += Math.exp(data[i * C + c]! - data[i * C + best]!);
    labels[i] = best;
    certainty[i] = Math.max((C / sum - 1) / (C - 1), 0) || 0;
  }
  return { labels, certainty };
}
