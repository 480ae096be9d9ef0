import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generateWasmBytes } from "../../../../src/numeric/engine/wat/generate.js";

it("builds the very bytes that are checked in", async () => {
  const checkedIn = readFileSync(new URL("../../../../src/numeric/engine/wasmBytes.ts", import.meta.url), "utf8");
  expect(await generateWasmBytes()).toBe(checkedIn);
});
