/** The import rules: each slip, made by hand in a copy, is answered with the words of its rule. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const OXLINT = join(dirname(createRequire(import.meta.url).resolve("oxlint/package.json")), "bin/oxlint");

/** What may not be: which file imports what, and the number of the rule. */
const slips: readonly [file: string, imported: string, rule: string][] = [
  ["host/node/slip.ts", "../../numeric/print/formatFloat.js", "1."],
  ["host/browser/slip.ts", "node:fs", "1."],
  ["host/browser/slip2.ts", "../../numeric/print/formatFloat.js", "1."],
  ["jupyter/display/slip.ts", "../../host/node/findOnPath.js", "8."],
  ["jupyter/display/slip2.ts", "node:path", "8."],
  ["numeric/arguments/slip.ts", "../array/ndarray.js", "2."],
  ["numeric/engine/slip.ts", "../array/ndarray.js", "2."],
  ["numeric/print/slip.ts", "../random/randomState.js", "2."],
  ["numeric/array/slip.ts", "../random/randomState.js", "2."],
  ["numeric/random/slip.ts", "../../nn/layers/affine.js", "2."],
  ["numeric/npz/slip.ts", "../../host/node/writeFileAtomic.js", "2."],
  ["numeric/engine/slip2.ts", "node:os", "2."],
  ["numeric/npz/slip2.ts", "node:zlib", "2."],
  ["nn/models/slip2.ts", "node:fs", "3."],
  ["nn/solver/slip2.ts", "../../host/node/writeFileAtomic.js", "3."],
  ["nn/layers/slip.ts", "../models/model.js", "3."],
  ["nn/layers/deep/slip.ts", "../../../jupyter/display/html.js", "3."],
  ["nn/models/slip.ts", "../watch/trouble.js", "3."],
  ["nn/optim/slip.ts", "../layers/affine.js", "3."],
  ["nn/watch/slip.ts", "../solver/solver.js", "3."],
  ["nn/checkpoint/slip.ts", "../solver/solver.js", "3."],
  ["nn/solver/slip.ts", "../../data/imageSet.js", "3."],
  ["nn/gradcheck/slip.ts", "../layers/relu.js", "3."],
  ["data/slip.ts", "../nn/models/model.js", "4."],
  ["data/slip2.ts", "../jupyter/display/html.js", "4."],
  ["data/slip3.ts", "node:fs", "4."],
  ["data/slip4.ts", "../host/node/writeFileAtomic.js", "4."],
  ["study/slip.ts", "../notebook/showFigure.js", "5."],
  ["study/sweep/slip2.ts", "node:fs", "5."],
  ["study/workers/slip.ts", "piscina", "5."],
  ["study/workers/browser/slip.ts", "node:worker_threads", "5."],
  ["study/figures/slip.ts", "../../jupyter/protocol/wire.js", "5."],
  ["study/sweep/slip.ts", "../index.js", "5."],
  ["play/slip.ts", "../nn/solver/solver.js", "6."],
  ["play/slip2.ts", "node:fs", "6."],
  ["play/deep/slip.ts", "../../notebook/index.js", "6."],
  ["notebook/slip.ts", "../nn/solver/solver.js", "7."],
  ["notebook/png/slip.ts", "node:zlib", "7."],
  ["notebook/figure/slip.ts", "../../study/figures/panel.js", "7."],
  ["notebook/table/slip.ts", "../../jupyter/nbformat/notebook.js", "7."],
  ["jupyter/protocol/slip.ts", "../kernel/kernel.js", "8."],
  ["notebook/slip2.ts", "../jupyter/protocol/wire.js", "7."],
  ["jupyter/nbformat/slip.ts", "../../numeric/print/formatFloat.js", "8."],
  ["jupyter/cells/slip.ts", "node:path", "8."],
  ["jupyter/cells/slip2.ts", "../protocol/wire.js", "8."],
  ["jupyter/session/slip.ts", "node:path", "8."],
  ["jupyter/session/slip2.ts", "../kernel/kernelLog.js", "8."],
  ["jupyter/worker/slip.ts", "../kernel/kernelLog.js", "8."],
  ["jupyter/worker/slip2.ts", "node:fs", "8."],
  ["jupyter/kernel/slip2.ts", "../worker/sharedLine.js", "8."],
  ["jupyter/client/slip2.ts", "../cells/cells.js", "8."],
  ["jupyter/kernel/slip.ts", "../client/startKernel.js", "8."],
  ["jupyter/client/slip.ts", "../kernel/kernel.js", "8."],
  ["jupyter/server/slip.ts", "../kernel/kernel.js", "8."],
  ["jupyter/page/slip.ts", "node:fs", "8."],
  ["jupyter/page/slip2.ts", "../server/nodeStore.js", "8."],
  ["jupyter/page/slip3.ts", "../worker/workerKernel.js", "8."],
  ["cli/site/page/slip.ts", "node:path", "9."],
  ["cli/site/page/slip2.ts", "../../run/given.js", "9."],
  ["jupyter/server/routes/slip.ts", "node:fs", "8."],
  ["jupyter/server/contents/slip.ts", "../../../host/node/writeFileAtomic.js", "8."],
  ["cli/slip.ts", "../nn/solver/solver.js", "9."],
  ["cli/run/slip.ts", "../../data/loadImages.js", "9."],
  ["cli/freeze/slip.ts", "../../study/index.js", "9."],
];

/** What may be, so that the rules are not only strict. */
const allowed: readonly [file: string, imported: string][] = [
  ["numeric/array/fine.ts", "../engine/backend.js"],
  ["nn/solver/fine.ts", "#host/files"],
  ["numeric/engine/fine.ts", "#host/machine"],
  ["data/fine.ts", "#host/files"],
  ["data/unpackArchive.ts", "node:zlib"],
  ["study/workers/node/fine.ts", "node:worker_threads"],
  ["study/sweep/fine.ts", "#host/files"],
  ["notebook/png/fine.ts", "#host/bytes"],
  ["jupyter/display/fine.ts", "#host/text"],
  ["study/figures/fine.ts", "../../nn/solver/solver.js"],
  ["notebook/fine.ts", "../study/index.js"],
  ["notebook/fine2.ts", "../jupyter/display/html.js"],
  ["study/fine.ts", "../jupyter/display/html.js"],
  ["play/deep/fine.ts", "../../index.js"],
  ["notebook/fine3.ts", "../play/spec.js"],
  ["notebook/figure/fine.ts", "../../numeric/print/formatFloat.js"],
  ["jupyter/cells/fine.ts", "typescript"],
  ["jupyter/kernel/fine.ts", "../cells/cells.js"],
  ["jupyter/kernel/fine2.ts", "../session/history.js"],
  ["jupyter/worker/fine.ts", "../session/history.js"],
  ["jupyter/page/fine.ts", "../worker/sharedLine.js"],
  ["jupyter/page/fine2.ts", "../server/store.js"],
  ["cli/site/page/fine.ts", "../../../jupyter/page/indexedStore.js"],
  ["jupyter/server/fine.ts", "../client/startKernel.js"],
  ["jupyter/server/routes/fine.ts", "../../nbformat/readNotebook.js"],
  ["cli/freeze/fine.ts", "../../data/loadImages.js"],
];

interface Finding {
  readonly message: string;
  readonly code: string;
  readonly filename: string;
}

function lint(files: Readonly<Record<string, string>>): Finding[] {
  const copy = temporaryFolder();
  copyFileSync(".oxlintrc.json", join(copy, ".oxlintrc.json"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), text);
  }
  const { stdout } = spawnSync(process.execPath, [OXLINT, "--format", "json", "."], { cwd: copy, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  return diagnostics.map((finding) => ({ ...finding, filename: finding.filename.replaceAll("\\", "/") }));
}

const importing = (name: string) => `import { x } from "${name}";\n\nexport const y = x;\n`;

test("each slip is answered in the words of its rule, and what is allowed is not", () => {
  const files = [...slips, ...allowed].map(([file, imported]) => [`src/${file}`, importing(imported)]);
  const found = lint(Object.fromEntries(files)).filter(({ code }) => code.includes("no-restricted-imports"));
  const rules = Object.fromEntries(found.map(({ filename, message, ...rest }) => [filename, `${message} ${(rest as { help?: string }).help ?? ""}`]));
  for (const [file, , rule] of slips) expect({ file, text: rules[`src/${file}`] }).toEqual({ file, text: expect.stringContaining(rule) });
  expect(Object.keys(rules).sort()).toEqual(slips.map(([file]) => `src/${file}`).sort());
});

test("a cycle is one also where only types go round", () => {
  const type = (name: string, other: string) => `import type { ${other.toUpperCase()} } from "./${other}.js";\n\nexport type ${name.toUpperCase()} = ${other.toUpperCase()} | null;\n`;
  const found = lint({ "src/data/a.ts": type("a", "b"), "src/data/b.ts": type("b", "a") });
  expect(found.map(({ code }) => code)).toContain("import(no-cycle)");
});
