import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generateKernelBytes } from "../../../../src/numeric/engine/wat/generate.js";

it("builds the very bytes that are checked in", async () => {
  const checkedIn = readFileSync(new URL("../../../../src/numeric/engine/kernelBytes.ts", import.meta.url), "utf8");
  expect(await generateKernelBytes()).toBe(checkedIn);
});
