/** Freezing in a project of its own, on the stock kernel. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freeze } from "../../../src/cli/freeze/freezeNotebooks.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { tinyCifar10 } from "../../data/tinyCifar10.js";
import { code, markdown, notebookText } from "../run/notebookText.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

vi.setConfig({ testTimeout: 180_000 });

let root: string;
let said: string;

beforeAll(() => {
  vi.stubEnv("CIFAR10_SMALL", "");
  vi.stubEnv("TWO_LAYER_NET_BACKEND", "");
  vi.stubEnv("CIFAR10_DIR", tinyCifar10([1000, 1, 1, 1, 1, 1000]));
});
afterAll(() => void vi.unstubAllEnvs());
beforeEach(() => {
  root = temporaryFolder();
  said = "";
  mkdirSync(join(root, "notebooks", "ko"), { recursive: true });
});

function put(name: string, title: string, source: string): void {
  writeFileSync(join(root, "notebooks", `${name}.ipynb`), notebookText([markdown(title), code(source)], { title }));
}

const textOf = (name: string) => readFileSync(join(root, "notebooks", `${name}.ipynb`), "utf8");
const freezeAll = (names: string[] = []) => {
  const terminal = new Terminal({ write: (text) => (said += text) });
  return freeze({ names, help: false }, { root, workingDirectory: root, terminal });
};
const printed = [{ execution_count: 1, outputs: [{ text: "wasm 1\n" }] }];

/** The title of the notebook and its cells of code. */
function frozen(name: string) {
  const { metadata, cells } = readNotebook(textOf(name), name);
  return { title: metadata.title, code: cells.filter(({ cell_type }) => cell_type === "code") };
}

const source = "console.log(process.env.TWO_LAYER_NET_BACKEND, process.env.CIFAR10_SMALL)";

test("every edition that there is runs, and keeps its own texts and outputs", async () => {
  put("a", "English", source);
  put("ko/a", "한국어", source);
  put("b", "not translated yet", source);
  expect(await freezeAll()).toBe(true);
  expect(frozen("a")).toMatchObject({ title: "English", code: printed });
  expect(frozen("ko/a")).toMatchObject({ title: "한국어", code: printed });
  expect(frozen("b")).toMatchObject({ code: printed });
  expect(said.match(/outputs kept/g)).toHaveLength(3);
});

test("nothing changes where an edition fails", async () => {
  put("a", "English", source);
  put("ko/a", "한국어", "other()");
  put("b", "fails", "throw new Error('no')");
  const before = ["a", "ko/a", "b"].map(textOf);
  expect(await freezeAll(["a"])).toBe(false);
  expect(await freezeAll()).toBe(false);
  expect(["a", "ko/a", "b"].map(textOf)).toEqual(before);
});
