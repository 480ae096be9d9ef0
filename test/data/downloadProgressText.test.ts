import { expect, it } from "vitest";
import { downloadProgressText } from "../../src/data/downloadProgressText.js";

const MB = 1e6;

it.each([
  [{ received: 0, total: 170 * MB, start: 0, seconds: 0 }, "0.0 of 170.0 MB (0 %), 0 kB/s"],
  [{ received: 71.4 * MB, total: 170.05 * MB, start: 0, seconds: 59.5 }, "71.4 of 170.1 MB (41 %), 1.2 MB/s, 1 min 23 s left"],
  [{ received: 20 * MB, total: 170 * MB, start: 19 * MB, seconds: 50 }, "20.0 of 170.0 MB (11 %), 20 kB/s, 2 h 5 min left"],
  [{ received: 169 * MB, total: 170 * MB, start: 0, seconds: 1690 }, "169.0 of 170.0 MB (99 %), 100 kB/s, 10 s left"],
  [{ received: 110 * MB, total: 170 * MB, start: 0, seconds: 110 }, "110.0 of 170.0 MB (64 %), 1.0 MB/s, 1 min 0 s left"],
  [{ received: 111 * MB, total: 170 * MB, start: 0, seconds: 111 }, "111.0 of 170.0 MB (65 %), 1.0 MB/s, 59 s left"],
  [{ received: 134 * MB, total: 170 * MB, start: 133 * MB, seconds: 100 }, "134.0 of 170.0 MB (78 %), 10 kB/s, 1 h 0 min left"],
  [{ received: 170 * MB, total: 170 * MB, start: 0, seconds: 170 }, "170.0 of 170.0 MB (100 %), 1.0 MB/s, 0 s left"],
  [{ received: 3 * MB, total: undefined, start: 0, seconds: 2 }, "3.0 MB, 1.5 MB/s"],
])("%o", (progress, text) => {
  expect(downloadProgressText(progress)).toBe(text);
});
