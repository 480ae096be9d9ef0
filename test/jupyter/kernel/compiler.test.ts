/** The compiler that the kernel loads, and V8's code of it that the first one leaves. */
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, statSync, truncateSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const COMPILER = pathToFileURL("dist/jupyter/kernel/compiler.js").href;
const PROGRAM = `
  const { typescript, keepCompilerCode } = await import(${JSON.stringify(COMPILER)});
  keepCompilerCode();
  console.log(typescript.version, (await import("node:v8")).cachedDataVersionTag());
`;
/** Code made with other flags of V8's is another file: that of the kernels stays as it is. */
const run = () => execFileSync(process.execPath, ["--no-opt", "--input-type=module", "-e", PROGRAM], { encoding: "utf8" }).trim().split(" ");

let code: string;
beforeAll(() => {
  const [version, tag] = run();
  expect(version).toBe("5.9.3");
  code = `dist/bundle/typescript.${tag}.code`;
});
afterAll(() => rmSync(code, { force: true }));

it("the first program leaves code", () => {
  expect(statSync(code).size).toBeGreaterThan(1e6);
});

it("the next one takes it and leaves it as it is", () => {
  const { mtimeMs } = statSync(code);
  expect(run()[0]).toBe("5.9.3");
  expect(statSync(code).mtimeMs).toBe(mtimeMs);
});

it("code that is not whole is made anew", () => {
  const { size } = statSync(code);
  truncateSync(code, size / 2);
  expect(run()[0]).toBe("5.9.3");
  expect(statSync(code).size).toBeGreaterThan(size / 2);
});

it("code that is not there is made again", () => {
  rmSync(code);
  run();
  expect(existsSync(code)).toBe(true);
});
