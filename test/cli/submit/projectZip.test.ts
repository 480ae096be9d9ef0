import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { sumOf } from "../../../src/cli/run/sums.js";
import { readProject } from "../../../src/cli/submit/project.js";
import { projectZip } from "../../../src/cli/submit/projectZip.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { ipynb, put, ran, sampleProject } from "./sampleProject.js";

test("notebooks with outputs, the learner's code, and nothing that is installed, built, hidden, secret or data", () => {
  const root = sampleProject();
  const left = "node_modules/a/index.js dist/index.js out/zebra.ipynb data/a.ts .cache/a.json .env notes.txt data.npz notebooks/.ipynb_checkpoints/zebra.ipynb notebooks/data_batch_1.bin notebooks/weights.npz packages/p/node_modules/x.js notebooks/submission.html notebooks/submission.pdf notebooks/cifar-10-batches-bin/batches.meta.txt cifar-10-binary.tar.gz cifar-10-batches-bin/data_batch_1.bin LICENSE test/index.test.ts packages/p/index.js .gitignore notebooks/key.pem notebooks/id_rsa notebooks/token.txt notebooks/my_token.md notebooks/kaggle.json notebooks/credentials.json notebooks/api-key.ts notebooks/venv/lib/a.js notebooks/mine/pyvenv.cfg notebooks/mine/lib/a.js notebooks/film.mp4 secrets.ts";
  const kept = "README.md notebooks/그림.png notebooks/helpers.ts notebooks/tokenizer.ts src/data/cifar10.ts";
  for (const path of `${left} ${kept}`.split(" ")) put(root, path, "content");
  if (process.platform !== "win32") symlinkSync("/etc", join(root, "src", "outside"));
  const project = readProject(root);
  const [zebra, ant] = project.notebooks;
  const run = readNotebook(ipynb([ran("print", "console.log(1)", "fresh output")]), "zebra");
  const zip = projectZip(project, [{ ...zebra!, notebook: run }, ant!], new Date(2025, 0, 2), "{}");
  const files = unzipSync(zip.bytes);
  const own = "submission.json package.json src/index.ts notebooks/package.json notebooks/zebra.ipynb notebooks/ant.ipynb";
  expect(Object.keys(files).sort()).toEqual(`${own} ${kept}`.split(" ").map((path) => `sample/${path}`).sort());
  expect(strFromU8(files["sample/README.md"])).toBe("content");
  expect(strFromU8(files["sample/notebooks/zebra.ipynb"])).toContain("fresh output");
});

const names = (root: string, notebooks = readProject(root).notebooks) =>
  Object.keys(unzipSync(projectZip(readProject(root), notebooks, new Date(), "{}").bytes)).map((path) => path.replace("sample/", "")).sort();

test("of what was given out only what is changed", () => {
  const root = sampleProject();
  for (const path of ["src/layer.ts", "src/loss.ts", "notebooks/picture.png", "README.md"]) put(root, path, `as given out: ${path}\r\nmore`);
  const files = ["src/layer.ts", "src/loss.ts", "src/index.ts", "notebooks/picture.png", "README.md", "package.json", "notebooks/package.json"];
  const sums = files.map((path) => [path, sumOf(readFileSync(join(root, path)))]);
  put(root, "notebooks/given.json", JSON.stringify({ files: Object.fromEntries(sums) }));
  put(root, "src/layer.ts", "as given out: src/layer.ts\nmore");
  put(root, "src/loss.ts", "changed");
  expect(names(root)).toEqual(["notebooks/ant.ipynb", "notebooks/zebra.ipynb", "src/loss.ts", "submission.json"]);
});

test("a notebook that is as it was given out goes without its outputs", () => {
  const root = sampleProject();
  const zebra = readFileSync(join(root, "notebooks/zebra.ipynb"));
  put(root, "notebooks/given.json", JSON.stringify({ files: { "notebooks/zebra.ipynb": sumOf(zebra) } }));
  const project = readProject(root);
  const run = readNotebook(ipynb([ran("print", "console.log(1)", "fresh output")]), "n");
  const files = unzipSync(projectZip(project, project.notebooks.map((notebook) => ({ ...notebook, notebook: run })), new Date(), "{}").bytes);
  expect(strFromU8(files["sample/notebooks/zebra.ipynb"]!)).toContain("console.log(1)");
  expect(strFromU8(files["sample/notebooks/zebra.ipynb"]!)).not.toContain("fresh output");
  expect(strFromU8(files["sample/notebooks/ant.ipynb"]!)).toContain("fresh output");
});

test.skipIf(process.platform === "win32")("notebooks that are links are there; what is left out is named with the reason", () => {
  const root = sampleProject({});
  const elsewhere = put(temporaryFolder(), "linked.ipynb", ipynb([ran("c", "f()", "of a linked notebook")]));
  symlinkSync(elsewhere, join(root, "notebooks", "linked.ipynb"));
  symlinkSync(elsewhere, join(root, "notebooks", "data.csv"));
  put(root, "notebooks/token.txt", "s3cret");
  put(root, "notebooks/film.mp4", "film");
  put(root, "notebooks/huge.png", Buffer.alloc(6e6));
  const project = readProject(root);
  const { bytes, leftOut } = projectZip(project, project.notebooks, new Date(), "{}");
  expect(strFromU8(unzipSync(bytes)["sample/notebooks/linked.ipynb"])).toContain("of a linked notebook");
  expect([...leftOut].sort()).toEqual([
    "notebooks/data.csv is a link",
    "notebooks/film.mp4 is no notebook, code, text or picture",
    "notebooks/huge.png has 6.0 MB",
    "notebooks/token.txt may hold a key or a password",
  ]);
});
