/** What the committed notebooks show is what they give when they are executed again. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { frozenDifferences } from "./frozenDifferences.js";
import { FROZEN_ENVIRONMENT } from "../../../src/cli/freeze/freezeNotebooks.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { readOptions } from "../../../src/cli/run/options.js";
import { runAll } from "../../../src/cli/run/runAll.js";
import { selectNotebooks } from "../../../src/cli/run/selectNotebooks.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const notebooks = selectNotebooks([], join(root, "notebooks"), root);
const read = (path: string) => readNotebook(readFileSync(path, "utf8"), path);

describe.skipIf(!process.env["CIFAR10_DIR"])("executed again, with the data of CIFAR10_DIR", () => {
  const out = temporaryFolder();
  let said = "";

  beforeAll(async () => {
    for (const [name, value] of Object.entries(FROZEN_ENVIRONMENT)) vi.stubEnv(name, value);
    const terminal = new Terminal({ write: (text) => (said += text) });
    await runAll({ ...readOptions([]), out }, { root, workingDirectory: root, terminal });
  }, 1_200_000);
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(out, { recursive: true, force: true });
  });

  test.each(notebooks)("$name gives what it shows", ({ name, path }) => {
    expect(said).toContain(`${name}  passed`);
    expect(frozenDifferences(read(path), read(join(out, `${name}.ipynb`)))).toEqual([]);
  });
});
