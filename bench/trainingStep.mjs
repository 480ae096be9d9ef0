/** How long does a training step take? Batch 100, 3072 inputs, hidden 50, 10 classes, reg 0.1. */
import { engines, numpy, peak, peers, PLAIN } from "./contenders.mjs";
import { duel } from "./duel.mjs";
import { productTargets } from "./duelTargets.mjs";
import { duelTable } from "./table.mjs";

export const title = "Training step";

/** Of its products: two of the first layer, three of the second. */
const FLOPS = 2 * 100 * (2 * 3072 * 50 + 3 * 50 * 10);

export const targets = productTargets("training step", { float64: 0.85, float32: 0.85, blas: 0.7 });

export async function measure({ quick }) {
  const settings = { rounds: quick ? 3 : 15, repetitions: 40 };
  const float64 = await duel({
    contenders: [...engines("training", "float64"), ...numpy("training", "float64"), peak("float64", FLOPS)],
    agree: 1e-8,
    ...settings,
  });
  const float32 = await duel({
    contenders: [...engines("training", "float32"), ...numpy("training", "float32"), peak("float32", FLOPS)],
    agree: 1e-3,
    ...settings,
  });
  // A few steps of these take as long as all of the others.
  const slow = await duel({
    contenders: [...engines("training", "float64", [], PLAIN), ...peers("training")],
    rounds: 1,
    repetitions: 40,
  });
  return [...float64, ...float32, ...slow];
}

export const report = duelTable;
