/** Targets of duels: the library against NumPy, against what two cores can do at best, and two threads against one. */
import { named } from "./check.mjs";

const EMBEDDED = "embedded, 2 threads";
/** NumPy's, for the embedded engine, which has none of 256 bits itself. */
const AVX2 = "AVX2";

/** @param figure of a row: `median` of the times, or `peakMB` */
export function embeddedTarget(work, dtype, limit, figure = "median") {
  return { name: `${work}, ${dtype}, embedded: x NumPy, AVX2 kernels`, limit, of: (rows) => timesNumpy(rows, EMBEDDED, AVX2, dtype, figure) };
}

/** Against NumPy with each of OpenBLAS's kernels, itself with the same. */
export function blasTargets(work, dtype, limit, figure = "median") {
  return [AVX2, "own"].map((kernels) => ({
    name: `${work}, ${dtype}, BLAS: x NumPy, ${kernels} kernels both`,
    limit,
    of: (rows) => timesNumpy(rows, `BLAS, ${kernels} kernels`, kernels, dtype, figure),
  }));
}

/** Of one product after the other. @param limits times NumPy: of the embedded engine by dtype, and of a BLAS */
export function productTargets(work, { float64, float32, blas }) {
  return Object.entries({ float64, float32 }).flatMap(([dtype, embedded]) => [
    embeddedTarget(work, dtype, embedded), ...blasTargets(work, dtype, blas), ...threadTargets(work, dtype),
  ]);
}

/** What the embedded engine reaches of the peak of two cores, and what its second thread is worth. */
export function threadTargets(work, dtype) {
  const median = (rows, name) => named(rows, `${name}, ${dtype}`).median;
  return [
    { name: `${work}, ${dtype}, embedded: share of the peak of two cores`, atLeast: 0.85, of: (rows) => median(rows, "peak of 2 cores, 128 bits") / median(rows, EMBEDDED) },
    { name: `${work}, ${dtype}, embedded: two threads against one`, atLeast: 1.85, of: (rows) => median(rows, "embedded, 1 thread") / median(rows, EMBEDDED) },
  ];
}

function timesNumpy(rows, name, kernels, dtype, figure) {
  const numpy = rows.find((row) => row.reference === kernels && row.dtype === dtype) ?? {};
  return named(rows, `${name}, ${dtype}`)[figure] / numpy[figure];
}
