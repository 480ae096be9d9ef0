"use strict";

/** Mean and population variance along one axis, or of all elements when axis is undefined. */
function moments(tensor, axis) {
  const mean = tensor.mean(axis);
  // The only axis that danfojs reduces is the first, over which the mean broadcasts as it is.
  if (axis !== undefined && axis !== 0) throw new RangeError(`moments: expected axis 0 or none, got ${axis}`);
  const deviation = tensor.sub(mean);
  return { mean, variance: deviation.mul(deviation).mean(axis) };
}

module.exports = { moments };
