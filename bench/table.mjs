/** Tables for people: columns as wide as their widest cell, numbers to the right. */
export function table(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  const numeric = columns.map((_, i) => cells.slice(1).every((row) => /^[\d.]*( %)?$/.test(row[i])));
  return cells
    .map((row) => row.map((cell, i) => (numeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  ").trimEnd())
    .join("\n");
}

/** Rows for the results of a duel: medians, and ratios to the references of the same type. */
export function duelTable(results) {
  const reference = (dtype, kernels) => results.find((result) => result.reference === kernels && result.dtype === dtype && !result.absent);
  const all = new Set(results.flatMap(({ reference: kernels }) => kernels ?? []));
  const ratios = (dtype, figure, value) => [...all].map((kernels) => {
    const of = reference(dtype, kernels);
    return [`x NumPy, ${kernels} kernels${figure === "best" ? " (best)" : ""}`, of ? (value / of[figure]).toFixed(2) : ""];
  });
  return table(
    results.map(({ name, dtype, median, best, peakMB, backend, absent }) => ({
      contender: name,
      "median ms": absent ? "" : median.toPrecision(3),
      "best ms": absent ? "" : best.toPrecision(3),
      ...Object.fromEntries(absent ? [] : [...ratios(dtype, "median", median), ...ratios(dtype, "best", best)]),
      "peak MB": absent ? "" : Math.round(peakMB),
      engine: absent ? `absent: ${absent}` : (backend ?? ""),
    })),
  );
}
