import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { readProject } from "../../../src/cli/submit/project.js";
import { projectZip } from "../../../src/cli/submit/projectZip.js";
import { ipynb, put, ran, sampleProject } from "./sampleProject.js";

test("notebooks with outputs, code, and nothing that is installed, built, hidden or data", () => {
  const root = sampleProject();
  const left = "node_modules/a/index.js dist/index.js out/zebra.ipynb data/a.ts .cache/a.json .env notes.txt data.npz notebooks/.ipynb_checkpoints/zebra.ipynb notebooks/data_batch_1.bin notebooks/weights.npz packages/p/node_modules/x.js notebooks/submission.html notebooks/submission.pdf notebooks/cifar-10-batches-bin/batches.meta.txt cifar-10-binary.tar.gz cifar-10-batches-bin/data_batch_1.bin";
  const kept = "README.md LICENSE test/index.test.ts packages/p/index.js notebooks/그림.png src/data/cifar10.ts .gitignore";
  for (const path of `${left} ${kept}`.split(" ")) put(root, path, "content");
  if (process.platform !== "win32") symlinkSync("/etc", join(root, "src", "outside"));
  const project = readProject(root);
  const [zebra, ant] = project.notebooks;
  const run = readNotebook(ipynb([ran("print", "console.log(1)", "fresh output")]), "zebra");
  const files = unzipSync(projectZip(project, [{ ...zebra!, notebook: run }, ant!], new Date(2025, 0, 2)));
  const own = "package.json src/index.ts notebooks/package.json notebooks/zebra.ipynb notebooks/ant.ipynb";
  expect(Object.keys(files).sort()).toEqual(`${own} ${kept}`.split(" ").map((path) => `sample/${path}`).sort());
  expect(strFromU8(files["sample/README.md"])).toBe("content");
  expect(strFromU8(files["sample/notebooks/zebra.ipynb"])).toContain("fresh output");
});
