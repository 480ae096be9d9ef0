import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KERNEL_NAME } from "../../../src/jupyter/protocol/kernelName.js";
import { findKernelSpec, kernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { PROJECT } from "../kernel/kernelUnderTest.js";

function dataFolder(kernels: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(kernels)) {
    mkdirSync(join(folder, "kernels", name), { recursive: true });
    writeFileSync(join(folder, "kernels", name, "kernel.json"), text);
  }
  return folder;
}

test("the first folder that has the name wins", () => {
  const [first, second] = [
    dataFolder({ a: '{"argv": ["one"]}' }),
    dataFolder({ a: '{"argv": ["two"]}', b: '{"argv": ["three"], "env": {"X": "1"}}' }),
  ];
  expect(findKernelSpec("a", [first, second])).toEqual({
    name: "a",
    folder: join(first, "kernels", "a"),
    argv: ["one"],
    env: {},
  });
  expect(findKernelSpec("b", [first, second])).toEqual({
    name: "b",
    folder: join(second, "kernels", "b"),
    argv: ["three"],
    env: { X: "1" },
  });
});

test("a folder of the name without kernel.json is passed over", () => {
  const [half, whole] = [temporaryFolder(), dataFolder({ a: '{"argv": ["one"]}' })];
  mkdirSync(join(half, "kernels", "a"), { recursive: true });
  expect(findKernelSpec("a", [half, whole]).folder).toBe(join(whole, "kernels", "a"));
});

test("tslab is the project's own, whatever the folders hold", () => {
  const spec = findKernelSpec("tslab", [dataFolder({ tslab: '{"argv": ["stale"]}' })]);
  expect([spec.name, spec.env]).toEqual(["tslab", {}]);
  expect(spec.argv).toEqual(["node", "{resource_dir}/bin/tslab", "kernel", "--config-path", "{connection_file}"]);
  expect(spec.folder).toMatch(/node_modules[\\/]tslab$/);
});

test("an unknown name is answered with those that exist", () => {
  const folder = dataFolder({ z: "{}", b: "{}", a: "{}" });
  // Folders without a kernel.json are none.
  mkdirSync(join(folder, "kernels", "half"), { recursive: true });
  const text = (got: string): string =>
    `findKernelSpec: expected one of the kernels a, b, tslab, z, got ${got}; choose one with --kernel <name>`;
  expect(() => findKernelSpec("c", [folder, join(folder, "absent")])).toThrow(new Error(text('"c"')));
  expect(() => findKernelSpec("../kernels/a", [folder])).toThrow(new Error(text('"../kernels/a"')));
});

test("a kernel.json that is broken or has no command is an error with its path", () => {
  const folder = dataFolder({ broken: "{", empty: '{"argv": []}', wrong: '{"argv": [1]}', mixed: '{"argv": ["node", 1]}', nothing: "null" });
  expect(() => findKernelSpec("broken", [folder])).toThrow(
    `findKernelSpec: expected ${join(folder, "kernels", "broken", "kernel.json")} to be JSON, got: `,
  );
  expect(() => findKernelSpec("empty", [folder])).toThrow(
    new Error(
      `findKernelSpec: expected ${join(folder, "kernels", "empty", "kernel.json")} to have "argv", a list of strings, got []`,
    ),
  );
  expect(() => findKernelSpec("wrong", [folder])).toThrow(/got \[1\]$/);
  expect(() => findKernelSpec("mixed", [folder])).toThrow(/got \["node",1\]$/);
  expect(() => findKernelSpec("nothing", [folder])).toThrow(/got undefined$/);
});

test("ours is what the project's own kernel.json holds, with relative paths", () => {
  const committed = readFileSync(join(PROJECT, "jupyter/kernels", KERNEL_NAME, "kernel.json"), "utf8");
  expect(JSON.parse(committed)).toEqual(kernelSpec("node", "{resource_dir}/../../../dist/jupyter/kernel/main.js"));
});
