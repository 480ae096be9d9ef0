/** The server of `npm run lab`, killed amid saving: each notebook is one of those that were saved, whole, with its checkpoint. Needs a build. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { killOften } from "./killing.js";

vi.setConfig({ testTimeout: 600_000 });

const SAVES = fileURLToPath(new URL("labSaves.mjs", import.meta.url));
const first = JSON.stringify({ cells: [{ cell_type: "markdown", id: "a", metadata: {}, source: "0 first" }], metadata: {}, nbformat: 4, nbformat_minor: 5 });

it("a server that is killed while it saves", () =>
  killOften({
    program(folder) {
      if (!existsSync(join(folder, "saved.ipynb"))) writeFileSync(join(folder, "saved.ipynb"), first);
      return { folder, args: [SAVES, folder] };
    },
    signs: (folder) => [() => readdirSync(folder).some((name) => name.startsWith("saved.ipynb.")), () => existsSync(join(folder, "own/trusted.txt"))],
    check(folder) {
      const { cells } = readNotebook(readFileSync(join(folder, "saved.ipynb"), "utf8"), "saved.ipynb");
      const { source } = cells[0]!;
      // A whole one ends with the number that it begins with.
      if (source !== "0 first") expect(source.split("line ").at(-1)).toBe(source.split(" ")[0]);
      const kept = join(folder, "own/checkpoints/saved.ipynb");
      if (existsSync(kept)) expect(readNotebook(readFileSync(kept, "utf8"), "the checkpoint").cells).toHaveLength(2);
    },
  }));
