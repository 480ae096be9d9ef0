/** The engine in a process of its own. Needs a build. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("does not keep a process alive, nor print anything", () => {
  const program = `
    const { createWasmEngine } = await import(${JSON.stringify(new URL("../../../dist/numeric/engine/wasm.js", import.meta.url).href)});
    const engine = createWasmEngine({ threads: 2 });
    const [a, b, c] = [1, 2, 3].map(() => new Float64Array(300 * 300));
    for (let i = 0; i < 20; i++) engine.gemm({ M: 300, N: 300, K: 300, a, b, c, transposeA: false, transposeB: false });`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { timeout: 20_000 });
  expect(output.toString()).toBe("");
});
