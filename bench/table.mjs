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

/** Rows for the results of a duel: medians, and ratios to the reference of the same type. */
export function duelTable(results) {
  const reference = (dtype) => results.find((result) => result.reference && result.dtype === dtype && !result.absent);
  return table(
    results.map(({ name, dtype, median, best, peakMB, backend, absent }) => ({
      contender: name,
      "median ms": absent ? "" : median.toPrecision(3),
      "best ms": absent ? "" : best.toPrecision(3),
      "x NumPy": absent || !reference(dtype) ? "" : (median / reference(dtype).median).toFixed(2),
      "x NumPy (best)": absent || !reference(dtype) ? "" : (best / reference(dtype).best).toFixed(2),
      "peak MB": absent ? "" : Math.round(peakMB),
      engine: absent ? `absent: ${absent}` : (backend ?? ""),
    })),
  );
}
