/** How long do the class scores of 10,000 images take? */
import { engines, numpy, peak, peers, PLAIN } from "./contenders.mjs";
import { duel } from "./duel.mjs";
import { productTargets } from "./duelTargets.mjs";
import { duelTable } from "./table.mjs";

export const title = "Scoring 10,000 rows";

/** Of its products, one a layer. */
const FLOPS = 2 * 10_000 * (3072 * 50 + 50 * 10);

export const targets = productTargets("scoring", { float64: 1.05, float32: 1.3, blas: 0.85 });

export async function measure({ quick }) {
  const settings = { rounds: quick ? 3 : 15, repetitions: 3 };
  const float64 = await duel({
    contenders: [...engines("scoring", "float64"), ...numpy("scoring", "float64"), peak("float64", FLOPS)],
    agree: 1e-10,
    ...settings,
  });
  const float32 = await duel({
    contenders: [...engines("scoring", "float32"), ...numpy("scoring", "float32"), peak("float32", FLOPS)],
    agree: 1e-4,
    ...settings,
  });
  const slow = await duel({
    contenders: [...engines("scoring", "float64", [], PLAIN), ...peers("scoring")],
    rounds: 1,
    repetitions: 1,
  });
  return [...float64, ...float32, ...slow];
}

export const report = duelTable;
