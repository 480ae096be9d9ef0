import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findKernelSpec, jupyterDataFolders } from "../../../src/jupyter/protocol/findKernelSpec.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

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

test("tslab is the project's own, whatever the folders hold", () => {
  const spec = findKernelSpec("tslab", [dataFolder({ tslab: '{"argv": ["stale"]}' })]);
  expect(spec.argv).toEqual(["node", "{resource_dir}/bin/tslab", "kernel", "--config-path", "{connection_file}"]);
  expect(spec.folder).toMatch(/node_modules[\\/]tslab$/);
});

test("an unknown name is answered with those that exist", () => {
  const folder = dataFolder({ b: "{}", a: "{}" });
  const text = (got: string): string =>
    `findKernelSpec: expected one of the kernels a, b, tslab, got ${got}; choose one with --kernel <name>`;
  expect(() => findKernelSpec("c", [folder, join(folder, "absent")])).toThrow(new Error(text('"c"')));
  expect(() => findKernelSpec("../kernels/a", [folder])).toThrow(new Error(text('"../kernels/a"')));
});

test("a kernel.json that is broken or has no command is an error with its path", () => {
  const folder = dataFolder({ broken: "{", empty: '{"argv": []}', wrong: '{"argv": [1]}' });
  expect(() => findKernelSpec("broken", [folder])).toThrow(
    `findKernelSpec: expected ${join(folder, "kernels", "broken", "kernel.json")} to be JSON, got: `,
  );
  expect(() => findKernelSpec("empty", [folder])).toThrow(
    new Error(
      `findKernelSpec: expected ${join(folder, "kernels", "empty", "kernel.json")} to have "argv", a list of strings, got []`,
    ),
  );
  expect(() => findKernelSpec("wrong", [folder])).toThrow(/got \[1\]$/);
});

test("Jupyter's folders by system, JUPYTER_PATH first", () => {
  const linux = jupyterDataFolders({ JUPYTER_PATH: "/one:/two", XDG_DATA_HOME: "/data" }, "linux");
  if (process.platform !== "win32")
    expect(linux).toEqual(["/one", "/two", "/data/jupyter", "/usr/local/share/jupyter", "/usr/share/jupyter"]);
  expect(jupyterDataFolders({ JUPYTER_DATA_DIR: "/mine" }, "darwin")[0]).toBe("/mine");
  expect(jupyterDataFolders({}, "darwin")[0]).toMatch(/Library[\\/]Jupyter$/);
  const windows = jupyterDataFolders({ APPDATA: "roaming", PROGRAMDATA: "program" }, "win32");
  expect(windows).toEqual([join("roaming", "jupyter"), join("program", "jupyter")]);
});
