/** A small project to hand in, made anew for each test that asks. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProjectNotebook } from "../../../src/cli/submit/project.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

type Fields = Record<string, unknown>;

export const hint = "**Your answer:**\n\n*(Write here: which, and why.)*";

export function text(id: string, source: string, rest: Fields = {}): Fields {
  return { cell_type: "markdown", id, metadata: {}, source, ...rest };
}

export function answer(id: string, source: string, rest: Fields = {}): Fields {
  return text(id, source, { metadata: { tags: ["answer"] }, ...rest });
}

/** A code cell that has run and printed. */
export function ran(id: string, source: string, printed: string): Fields {
  const outputs = [{ output_type: "stream", name: "stdout", text: printed }];
  return { cell_type: "code", id, metadata: {}, source, outputs, execution_count: 1 };
}

/** A code cell that has not run. */
export function fresh(id: string, source: string): Fields {
  return { cell_type: "code", id, metadata: {}, source, outputs: [], execution_count: null };
}

export function failed(id: string, message: string, tags: string[] = []): Fields {
  const outputs = [{ output_type: "error", ename: "Error", evalue: message, traceback: [] }];
  return { cell_type: "code", id, metadata: { tags }, source: "fail()", outputs, execution_count: 1 };
}

export function ipynb(cells: Fields[], metadata: Fields = {}): string {
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });
}

/** The notebook as it is read from `/project/notebooks/<name>.ipynb`. */
export function projectNotebook(name: string, cells: Fields[], metadata: Fields = {}): ProjectNotebook {
  const label = `notebooks/${name}.ipynb`;
  return { name, label, path: `/project/${label}`, notebook: readNotebook(ipynb(cells, metadata), label) };
}

export const koreanAnswer = "**Your answer:**\n\n시그모이드는 $|x|$ 가 클 때 포화됩니다.";

/** Two notebooks in an order that is not that of their names; the second question is open. */
export const sampleNotebooks: Record<string, Fields[]> = {
  zebra: [
    text("title", "# Zebra"),
    ran("print", "console.log(1)", "printed by zebra"),
    text("question-1", "## Question 1\n\n> Which of them?\n\nLook closely."),
    answer("answer-1", koreanAnswer),
    text("model-answer-1", "<details><summary>A model answer</summary>\n\nThe model says so.\n\n</details>"),
  ],
  ant: [
    text("title", "# Ant"),
    text("question-2", "## Question 2\n\n> And why?"),
    answer("answer-2", hint),
    fresh("later", "console.log(2)"),
  ],
};

/** Writes the project and returns its folder. */
export function sampleProject(notebooks: Record<string, Fields[]> = sampleNotebooks): string {
  const root = temporaryFolder();
  put(root, "package.json", JSON.stringify({ name: "sample", type: "module" }));
  put(root, "src/index.ts", "export {};\n");
  put(root, "notebooks/package.json", JSON.stringify({ notebooks: Object.keys(notebooks) }));
  for (const [name, cells] of Object.entries(notebooks)) put(root, `notebooks/${name}.ipynb`, ipynb(cells));
  return root;
}

export function put(root: string, path: string, content: string | Uint8Array): string {
  const file = join(root, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
}
