/** Runs on a kernel that is played by the tests; runAll.test.ts has the stock one. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { readOptions } from "../../../src/cli/run/options.js";
import { runAll } from "../../../src/cli/run/runAll.js";
import { runUntil } from "../../../src/cli/run/runUntil.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { checksType } from "../../../src/jupyter/display/checksType.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { code, markdown, notebookText } from "./notebookText.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

type Outcome = { error?: string; check?: string; dies?: boolean; meanwhile?: () => void; wait?: Promise<void> };

const played = vi.hoisted(() => ({
  started: [] as { name: string; env: Record<string, string>; cwd: string; seconds: number }[],
  stopped: [] as (boolean | undefined)[],
  refusal: null as Error | null,
  limits: [] as unknown[],
  /** What a cell comes to, by its code; it prints its code otherwise. */
  cells: {} as Record<string, unknown>,
}));

vi.mock("../../../src/jupyter/client/startKernel.js", () => ({
  async startKernel({ name, env }: { name: string; env: Record<string, string> }, cwd: string, seconds: number) {
    played.started.push({ name, env, cwd, seconds });
    if (played.refusal) throw played.refusal;
    return { client: {}, process: {}, info: {}, stop: async (hangs?: boolean) => void played.stopped.push(hangs) };
  },
}));
vi.mock("../../../src/jupyter/client/executeCell.js", () => ({
  async executeCell(_: unknown, cell: { source: string; outputs: unknown[]; execution_count: number }, __: unknown, limits: unknown, signal?: AbortSignal) {
    played.limits.push(limits);
    const { error, check, dies, meanwhile, wait } = (played.cells[cell.source] ?? {}) as Outcome;
    await wait;
    meanwhile?.();
    if (signal?.aborted) return { kind: "stopped" };
    cell.execution_count = 1;
    cell.outputs.push({ output_type: "stream", name: "stdout", text: cell.source });
    if (check) cell.outputs.push({ output_type: "execute_result", execution_count: 1, data: { "text/plain": `affine: ${check}`, [checksType]: { version: 1, subject: "affine", status: check } }, metadata: {} });
    if (error === undefined) return { kind: "ok", note: null };
    const [ename, ...rest] = error.split(": ");
    return { kind: dies ? "lost" : "failed", error: { output_type: "error", ename, evalue: rest.join(": "), traceback: [] } };
  },
}));

let root: string;
let said: string;

beforeEach(() => {
  root = temporaryFolder();
  said = "";
  Object.assign(played, { started: [], stopped: [], refusal: null, limits: [], cells: {} });
  mkdirSync(join(root, "notebooks"));
});

function put(name: string, cells: Record<string, unknown>[], metadata = {}): string {
  const path = join(root, "notebooks", `${name}.ipynb`);
  writeFileSync(path, notebookText(cells, metadata));
  return path;
}

function run(args: string[] = [], signal?: AbortSignal): Promise<boolean> {
  const terminal = new Terminal({ write: (text) => (said += text) });
  const [options, surroundings] = [readOptions(args), { root, workingDirectory: root, terminal, ...(signal && { signal }) }];
  return options.until === null ? runAll(options, surroundings) : runUntil(options.until, options, surroundings);
}

const lines = () => said.replaceAll(/\d+\.\d s/g, "x s").replaceAll("\\", "/").split("\n");
const executed = (name: string, out = "out") => readNotebook(readFileSync(join(root, out, `${name}.ipynb`), "utf8"), name);

test("a run that goes well: what is said, what is written, how the kernel is treated", async () => {
  put("good", [markdown("# Good"), code("a"), code("b")], { title: "Good" });
  const before = Date.now();
  expect(await run(["--timeout", "7"])).toBe(true);
  expect(lines()).toEqual([
    "good  cell 1 of 2  x s", "good  cell 2 of 2  x s", "good  passed: 2 cells in x s", "",
    "1 of 1 notebooks passed. Open:", "  out/index.html", "  out/good.html", "",
  ]);
  expect(played.started).toEqual([{ name: "tslab", env: {}, cwd: join(root, "notebooks"), seconds: 60 }]);
  expect(played.limits).toMatchObject([{ seconds: 7, silence: 5 }, { seconds: 7, silence: 5 }]);
  expect(played.stopped).toEqual([false]);
  const { metadata } = executed("good");
  expect(metadata["run"]).toEqual({ date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), seconds: expect.any(Number), kernel: "tslab", proof: expect.any(String) });
  const { date, seconds } = metadata["run"] as { date: string; seconds: number };
  expect(Math.abs(Date.parse(date) - before)).toBeLessThan(60_000);
  expect(seconds * 10).toBeCloseTo(Math.round(seconds * 10), 9);
  expect(readFileSync(join(root, "out/good.html"), "utf8")).toContain("Good");
});

test("a failure: its line is the first of the message, cut where it is long, and it is in the record", async () => {
  put("long", [code("a"), code("fail")]);
  put("short", [code("two lines")]);
  played.cells["fail"] = { error: `RangeError: ${"x".repeat(300)}` };
  played.cells["two lines"] = { error: "Error: first\nsecond" };
  expect(await run(["--jobs", "1"])).toBe(false);
  const cut = `RangeError: ${"x".repeat(188)}…`;
  expect(lines()).toContain(`long  failed at cell 2 of 2 after x s: ${cut}`);
  expect(lines()).toContain("short  failed at cell 1 of 1 after x s: Error: first");
  expect(lines().slice(-7)).toEqual([
    `FAILED  long  failed at cell 2 of 2 after x s: ${cut}`, "FAILED  short  failed at cell 1 of 1 after x s: Error: first",
    "0 of 2 notebooks passed. Open:", "  out/index.html", "  out/long.html", "  out/short.html", "",
  ]);
  expect(lines()).toContain("notebooks/long.ipynb, cell 2 of 2 (id cell-2):");
  expect(executed("long").metadata["run"]).toMatchObject({ failure: { number: 2, cell: "cell-2", error: cut } });
  expect(played.stopped).toEqual([false, false]);
});

test("an error of exactly the length is not cut", async () => {
  put("exact", [code("fail")]);
  played.cells["fail"] = { error: `E: ${"x".repeat(197)}` };
  await run();
  expect(lines()).toContain(`exact  failed at cell 1 of 1 after x s: E: ${"x".repeat(197)}`);
  expect(said).not.toContain("…");
});

test("a kernel that is lost is not asked to end", async () => {
  put("a", [code("hang")]);
  played.cells["hang"] = { error: "CellTimeout: no end", dies: true };
  expect(await run()).toBe(false);
  expect(played.stopped).toEqual([true]);
});

test("a stop writes nothing, begins no other, and ends the kernel at once", async () => {
  const stop = new AbortController();
  put("a", [code("long")]);
  put("b", [code("1")]);
  played.cells["long"] = { meanwhile: () => stop.abort() };
  expect(await run(["--jobs", "1"], stop.signal)).toBe(false);
  expect(lines().at(-2)).toBe("a  stopped; nothing written");
  expect(said).not.toContain("passed");
  expect([played.started.length, played.stopped]).toEqual([1, [true]]);
  expect(existsSync(join(root, "out"))).toBe(false);
});

test("a kernel that does not start is told, and the others go on", async () => {
  put("a", [code("1")]);
  put("b", [code("1")], { kernelspec: { name: "unheard-of" } });
  put("c", [code("1")], { kernelspec: {} });
  put("e", [code("1")], { kernelspec: undefined });
  writeFileSync(join(root, "notebooks/d.ipynb"), "{");
  played.refusal = new Error("startKernel: no memory");
  expect(await run(["--jobs", "1"])).toBe(false);
  expect(lines()).toContain("a  failed: startKernel: no memory");
  expect(said).toMatch(/^b {2}failed: findKernelSpec: expected one of the kernels .*tslab.*, got "unheard-of"/m);
  for (const name of ["c", "e"]) {
    expect(lines()).toContain(
      `${name}  failed: runOnKernel: expected ${join(root, `notebooks/${name}.ipynb`)} to name its kernel in metadata.kernelspec.name, got none; choose one with --kernel <name>`,
    );
  }
  expect(said).toMatch(/^d {2}failed: readNotebook: expected .*d\.ipynb to be JSON/m);
  expect(lines().slice(-3)).toEqual(["0 of 5 notebooks passed. Open:", "  out/index.html", ""]);
});

test("a stop while the kernel starts is a stop, whatever the start says", async () => {
  const stop = new AbortController();
  put("a", [code("1")]);
  played.refusal = new Error("aborted");
  const ran = run([], stop.signal);
  stop.abort();
  expect(await ran).toBe(false);
  expect(said).not.toContain("failed");
});

test("--kernel overrides what the notebook names; the project's own kernels come first", async () => {
  put("a", [code("1")], { kernelspec: { name: "unheard-of" } });
  const own = join(root, "jupyter/kernels/mine");
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "kernel.json"), '{"argv": ["x"]}');
  expect(await run(["--kernel", "mine"])).toBe(true);
  expect(played.started[0]).toMatchObject({ name: "mine" });
  expect(executed("a").metadata["run"]).toMatchObject({ kernel: "mine" });
});

test("an answer that stands in the copy alone is kept, and the notebook not run", async () => {
  put("a", [{ ...markdown(""), id: "answer-1", metadata: { tags: ["answer"] } }, code("1")]);
  mkdirSync(join(root, "out"));
  writeFileSync(join(root, "out/a.ipynb"), notebookText([{ ...markdown("Mine."), id: "answer-1", metadata: { tags: ["answer"] } }]));
  expect(await run()).toBe(false);
  expect(said).toMatch(/^a {2}failed: refuseStrayAnswer: expected your answer in answer-1 of notebooks.a\.ipynb/m);
  expect(played.started).toEqual([]);
});

test("results that would lie upon the notebooks are refused before anything runs", async () => {
  const path = put("a", [code("1")]);
  symlinkSync(join(root, "notebooks"), join(root, "link"), "junction");
  for (const out of ["notebooks", "link"]) {
    await expect(run(["--out", out])).rejects.toThrow(
      new Error(`runAll: expected an output folder away from the notebooks, got ${join(root, "notebooks")}, where ${path} would be overwritten; choose another --out`),
    );
  }
  expect(played.started).toEqual([]);
  expect(await run(["--out", "other"])).toBe(true);
  expect(executed("a", "other").cells).toHaveLength(1);
});

test("nor upon another edition, which has a notebook of that name; a folder of any other name may lie there", async () => {
  put("a", [code("1")]);
  for (const folder of ["ko", "kor", "xko", "KO2"]) {
    mkdirSync(join(root, "notebooks", folder));
    writeFileSync(join(root, "notebooks", folder, "a.ipynb"), notebookText([code("2")]));
  }
  await expect(run(["--out", "notebooks/ko"])).rejects.toThrow(
    new Error(`runAll: expected an output folder away from the notebooks, got ${join(root, "notebooks/ko")}, where ${join(root, "notebooks/ko/a.ipynb")} would be overwritten; choose another --out`),
  );
  for (const folder of ["kor", "xko", "KO2"]) expect(await run(["--out", `notebooks/${folder}`])).toBe(true);
});

test("a folder that cannot be is refused before anything runs", async () => {
  put("a", [code("1")]);
  writeFileSync(join(root, "file"), "");
  await expect(run(["--out", "file/out"])).rejects.toThrow(`runAll: expected to write into ${join(root, "file/out")}, got the file ${join(root, "file")}; move it away`);
  expect(played.started).toEqual([]);
});

test("a kernel is told the language of its notebook, where that has one", async () => {
  put("a", [code("1")], { lang: "ko" });
  put("b", [code("1")]);
  await run(["--jobs", "1"]);
  expect(played.started.map(({ env }) => env.TWO_LAYER_NET_LANG)).toEqual(["ko", undefined]);
});

test("one failure of several notebooks fails the run; --keep-going counts and keeps all of a notebook", async () => {
  put("a", [code("1"), code("2"), code("3")]);
  put("b", [code("4")]);
  played.cells = { 1: { error: "E: one" }, 3: { error: "E: three" } };
  expect(await run()).toBe(false);
  const record = () => executed("a").metadata["run"] as Record<string, unknown>;
  expect(record()).toMatchObject({ failure: { number: 1 } });
  expect(record()).not.toHaveProperty("failures");
  expect(executed("b").metadata["run"]).not.toHaveProperty("failure");
  said = "";
  expect(await run(["a", "--keep-going"])).toBe(false);
  expect(lines()).toContain("a  failed at cell 1 (and at 1 more) of 3 after x s: E: one");
  expect(said).not.toContain("FAILED");
  expect(record()).toMatchObject({ failure: { number: 1 }, failures: [{ number: 1, error: "E: one" }, { number: 3, error: "E: three" }] });
  played.cells = { 1: { error: "E: one" } };
  await run(["a", "--keep-going"]);
  expect(record()).toMatchObject({ failures: [{ number: 1 }] });
  played.cells = {};
  await run(["a", "--keep-going"]);
  expect(record()).not.toHaveProperty("failures");
});

test.each([[1, 1], [2, 2], [8, 3]])("with --jobs %d, %d notebooks run side by side, and are summed up in order", async (jobs, most) => {
  const gates: (() => void)[] = [];
  for (const name of ["a", "b", "c"]) {
    put(name, [code(name)]);
    played.cells[name] = { error: "E: no", wait: new Promise<void>((open) => gates.push(open)) };
  }
  const ran = run(["--jobs", String(jobs)]);
  for (let done = 0; done < 3; done++) {
    await vi.waitFor(() => expect(played.limits.length).toBe(Math.min(most + done, 3)), 30_000);
    gates[done]!();
    await vi.waitFor(() => expect(said.split("\n").filter((line) => /^[abc] {2}failed/.test(line))).toHaveLength(done + 1), 30_000);
  }
  await ran;
  expect(lines().filter((line) => line.startsWith("FAILED")).map((line) => line[8])).toEqual(["a", "b", "c"]);
});

test.each(["cell-4", "3"])("--until %s runs up to and with that cell and prints what it has shown; an earlier whole run stays", async (cell) => {
  put("a", [code("1"), markdown("Text."), code("2"), code("3"), code("4")]);
  expect(await run(["a"])).toBe(true);
  const [whole, page, index] = ["a.ipynb", "a.html", "index.html"].map((file) => readFileSync(join(root, "out", file), "utf8"));
  [said, played.limits] = ["", []];
  expect(await run(["a", "--until", cell, "--timeout", "7"])).toBe(true);
  expect(played.limits).toMatchObject(Array(3).fill({ seconds: 7 }));
  expect(lines()).toEqual([
    "a  cell 1 of 4  x s", "a  cell 2 of 4  x s", "a  cell 3 of 4  x s", "", "  3", "",
    "a  stopped behind cell 3 of 4 (id cell-4) after x s, as asked; nothing written", "",
  ]);
  expect(["a.ipynb", "a.html", "index.html"].map((file) => readFileSync(join(root, "out", file), "utf8"))).toEqual([whole, page, index]);
});

test.each([["passed", true], ["failed", false], ["not written yet", true]])("a check in the last cell that shows %j: %j", async (check, passed) => {
  put("a", [code("check"), code("behind")]);
  played.cells["check"] = { check };
  expect(await run(["--until", "cell-1"])).toBe(passed);
  expect(lines().slice(1, -2)).toEqual(["", "  check", "", `  affine: ${check}`, ""]);
});

test("--until: a failure of the last cell is told once; one before it stops there, or not with --keep-going", async () => {
  put("a", [code("1"), code("2"), code("3")]);
  played.cells["2"] = { error: "E: two" };
  expect(await run(["--until", "2"])).toBe(false);
  expect(lines().slice(-3)).toEqual(["", "a  failed at cell 2 of 3 after x s: E: two", ""]);
  for (const once of [/^ {2}2$/gm, /^ {2}E: two$/gm]) expect(said.match(once)).toHaveLength(1);
  said = "";
  expect(await run(["--until", "3"])).toBe(false);
  expect(lines().slice(-3)).toEqual([
    "a  failed at cell 2 of 3 after x s: E: two", "a  cell 3 of 3 (id cell-3) did not run; --keep-going goes on behind a failed cell", "",
  ]);
  said = "";
  expect(await run(["--until", "3", "--keep-going"])).toBe(false);
  expect(lines().slice(-5)).toEqual(["", "  3", "", "a  failed at cell 2 of 3 after x s: E: two", ""]);
  expect(existsSync(join(root, "out"))).toBe(false);
});

test("--until: of several notebooks, or a cell that is not there, nothing runs", async () => {
  put("a", [code("1")]);
  put("b", [code("1")]);
  await expect(run(["--until", "cell-1"])).rejects.toThrow(
    new Error("runUntil: expected one notebook with --until, as a cell stands in one, got 2: a, b; name one, as in npm start -- a --until cell-1"),
  );
  await expect(run(["a", "--until", "2"])).rejects.toThrow(/^codeCellNumber: expected --until to be the id or number of a code cell of a, got "2"/);
  expect(played.started).toEqual([]);
});

test("--until: a kernel that does not start is told, and a stop is a stop", async () => {
  put("a", [code("1")]);
  played.refusal = new Error("startKernel: no memory");
  expect(await run(["--until", "1"])).toBe(false);
  expect(lines()).toEqual(["a  failed: startKernel: no memory", ""]);
  const stop = new AbortController();
  Object.assign(played, { refusal: null, cells: { 1: { meanwhile: () => stop.abort() } } });
  said = "";
  expect(await run(["--until", "1"], stop.signal)).toBe(false);
  played.refusal = new Error("aborted");
  expect(await run(["--until", "1"], stop.signal)).toBe(false);
  expect(lines()).toEqual(["a  stopped", "a  stopped", ""]);
});
