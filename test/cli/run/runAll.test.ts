/** Whole runs on the stock kernel: what goes well, and each way in which it can go wrong. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeEach, expect, test, vi } from "vitest";
import type { CodeCell } from "../../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { readOptions } from "../../../src/cli/run/options.js";
import { runAll } from "../../../src/cli/run/runAll.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { code, markdown, notebookText } from "./notebookText.js";
import { childrenOf } from "./processes.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

// Kernels take seconds to start, and many on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let root: string;
let said: string;

beforeEach(() => {
  root = temporaryFolder();
  said = "";
  mkdirSync(join(root, "notebooks"));
});

function put(name: string, cells: Record<string, unknown>[], metadata = {}): string {
  const path = join(root, "notebooks", `${name}.ipynb`);
  writeFileSync(path, notebookText(cells, metadata));
  return path;
}

function run(args: string[] = [], signal?: AbortSignal): Promise<boolean> {
  const terminal = new Terminal({ write: (text) => (said += text) });
  return runAll(readOptions(["--jobs", "1", ...args]), { root, workingDirectory: root, terminal, ...(signal && { signal }) });
}

function executed(name: string): CodeCell[] {
  const { cells } = readNotebook(readFileSync(join(root, "out", `${name}.ipynb`), "utf8"), name);
  return cells.filter((cell) => cell.cell_type === "code");
}

function page(name: string): Document {
  return new JSDOM(readFileSync(join(root, "out", `${name}.html`), "utf8")).window.document;
}

/** The kernels that this run has started and that still run. */
const kernelsLeft = (): number[] => childrenOf(process.pid, "kernel --config-path");

const stdout = (text: string) => ({ output_type: "stream", name: "stdout", text });

test("a notebook that goes well, and its page", async () => {
  const path = put(
    "good",
    [
      markdown("# Good\n\nA *small* one."),
      code("const x: number = 20 + 1;\nconsole.log(x); console.log(x + 1);"),
      code("throw new Error('expected');", ["raises-exception"]),
      code("console.log('goes on', x);"),
      code("console.log('never')", ["skip-execution"]),
      code(
        "console.log(process.cwd() === require('fs').realpathSync(process.cwd()), require('path').basename(process.cwd()));",
      ),
    ],
    { odd: { kept: [1] } },
  );
  const source = readFileSync(path);
  expect(await run()).toBe(true);
  expect(readFileSync(path)).toEqual(source);
  const cells = executed("good");
  expect(cells[0].outputs).toEqual([stdout("21\n22\n")]);
  expect(JSON.stringify(cells[1].outputs)).toContain("Error: expected");
  expect(cells[2].outputs).toEqual([stdout("goes on 21\n")]);
  expect(cells[3]).toMatchObject({ outputs: [], execution_count: null });
  expect(cells[4].outputs).toEqual([stdout("true notebooks\n")]);
  const { metadata } = readNotebook(readFileSync(join(root, "out", "good.ipynb"), "utf8"), "good");
  expect(metadata).toMatchObject({
    odd: { kept: [1] },
    language_info: { name: "typescript" },
    run: { kernel: "tslab" },
  });
  expect(page("good").querySelector(".outputs .stdout")!.textContent).toBe("21\n22");
  expect(page("index").querySelector("li h3 a")!.getAttribute("href")).toBe("good.html");
  expect(readdirSync(join(root, "out")).sort()).toEqual(["good.html", "good.ipynb", "index.html"]);
  expect(said).toMatch(/^good {2}cell 1 of 5 {2}\d+\.\d s$/m);
  expect(said).toMatch(/^good {2}passed: 5 cells in \d+\.\d s$/m);
  expect(said).toMatch(/1 of 1 notebooks passed\. Open:\n {2}out.index\.html\n {2}out.good\.html\n$/);
  expect(kernelsLeft()).toEqual([]);
});

test("a failing cell stops its notebook and not the next one", async () => {
  put("a", [
    code("console.log('before')"),
    code("const y = 1;\nthrow new RangeError('too much');"),
    code("console.log('after')"),
  ]);
  put("b", [code("console.log('other')")]);
  writeFileSync(join(root, "notebooks", "broken.ipynb"), '{\n"cells": [}');
  put("nameless", [code("1")], { kernelspec: {} });
  put("unknown", [code("1")], { kernelspec: { name: "no-such-kernel" } });
  expect(await run()).toBe(false);
  expect(executed("a").map(({ execution_count }) => execution_count)).toEqual([1, 2, null]);
  expect(executed("b")[0].outputs).toEqual([stdout("other\n")]);
  expect(page("a").querySelector(".failure")!.textContent).toBe(
    "stopped at code cell 2: RangeError: too much See the cell",
  );
  const lines = said.split("\n");
  expect(lines).toContain(`${join("notebooks", "a.ipynb")}, cell 2 of 3 (id cell-2):`);
  expect(lines).toContain("    2 | throw new RangeError('too much');");
  expect(said).toMatch(/^FAILED {2}a {2}failed at cell 2 of 3 after \d+\.\d s: RangeError: too much$/m);
  expect(said).toMatch(/^FAILED {2}broken {2}failed: readNotebook: expected .*broken\.ipynb to be JSON, got line 2: /m);
  expect(said).toMatch(
    /^FAILED {2}nameless {2}failed: runOnKernel: expected .* to name its kernel in metadata\.kernelspec\.name, got none; choose one with --kernel <name>$/m,
  );
  expect(said).toMatch(
    /^FAILED {2}unknown {2}failed: findKernelSpec: expected one of the kernels .*tslab.*, got "no-such-kernel"/m,
  );
  expect(said).toContain("1 of 5 notebooks passed.");
  expect(existsSync(join(root, "out", "broken.html"))).toBe(false);
});

test("--keep-going runs the cells behind a failure, and names each that failed", async () => {
  put("a", [code("throw new RangeError('first');"), code("console.log('goes on')"), code("throw new Error('second');")]);
  expect(await run(["--keep-going"])).toBe(false);
  expect(executed("a")[1].outputs).toEqual([stdout("goes on\n")]);
  expect(said).toMatch(/^a {2}failed at cell 1 \(and at 1 more\) of 3 after \d+\.\d s: RangeError: first$/m);
  expect(page("a").querySelector(".failure")!.textContent).toBe("2 code cells failed: RangeError: first See the cell\nError: second See the cell");
  expect(page("index").querySelector(".bad")!.textContent).toBe("2 code cells failed");
});

test("a kernel that dies takes its notebook with it; a long error is cut in the summary", async () => {
  put("dies", [
    code("console.log('bye'); setTimeout(() => process.exit(3), 100); await new Promise(() => {});"),
    code("1"),
  ]);
  put("killed", [code("process.kill(process.pid, 'SIGKILL')")]);
  put("long", [code("throw new Error('x'.repeat(500) + '\\n' + 'y')")]);
  expect(await run()).toBe(false);
  expect(executed("dies")[0].outputs).toEqual([
    stdout("bye\n"),
    expect.objectContaining({
      output_type: "error",
      ename: "KernelDied",
      evalue: "the kernel ended with exit status 3",
    }),
  ]);
  expect(executed("killed")[0].outputs.at(-1)).toMatchObject({
    ename: "KernelDied",
    // Windows has no signals: the process just ends.
    evalue: `the kernel ended with ${process.platform === "win32" ? "exit status 1" : "signal SIGKILL"}`,
  });
  expect(said).toMatch(/^FAILED {2}long {2}failed at cell 1 of 1 after \d+\.\d s: Error: x{193}…$/m);
  expect(kernelsLeft()).toEqual([]);
});

test("a cell that hangs ends with its time, and leaves no process", async () => {
  put("hangs", [code("while (true) {}"), code("1")]);
  expect(await run(["--timeout", "3"])).toBe(false);
  expect(executed("hangs").map(({ outputs }) => outputs)).toEqual([
    [
      {
        output_type: "error",
        ename: "CellTimeout",
        evalue: "no end within 3 s; allow more with --timeout <seconds>",
        traceback: [],
      },
    ],
    [],
  ]);
  expect(kernelsLeft()).toEqual([]);
});

test.skipIf(process.platform === "win32").each(["its kernel starts", "its cell runs"])(
  "a stop from outside while %s: the kernel ends and nothing is written",
  async (when) => {
    const flag = join(root, "flag");
    put("long", [code(`require("fs").writeFileSync(${JSON.stringify(flag)}, ""); while (true) {}`)]);
    put("next", [code("1")]);
    const stop = new AbortController();
    const running = run([], stop.signal);
    const reached = when === "its cell runs" ? () => existsSync(flag) : () => kernelsLeft().length === 1;
    await expect.poll(reached, { timeout: 60_000 }).toBe(true);
    stop.abort();
    expect(await running).toBe(false);
    expect(said).toBe("long  stopped; nothing written\n");
    expect(existsSync(join(root, "out"))).toBe(false);
    expect(kernelsLeft()).toEqual([]);
  },
);

test("output goes where --out says, but never over the notebooks", async () => {
  const path = put("a", [code("1")]);
  await expect(run(["--out", "notebooks"])).rejects.toThrow(
    `runAll: expected an output folder away from the notebooks, got ${join(root, "notebooks")}, where ${path} would be overwritten; choose another --out`,
  );
  const other = join(root, "a.ipynb");
  writeFileSync(other, notebookText([code("1")]));
  await expect(run([other, "--out", "notebooks"])).rejects.toThrow(`where ${path} would be overwritten; `);
  if (process.platform !== "win32") {
    symlinkSync(join(root, "notebooks"), join(root, "alias"));
    await expect(run(["--out", "alias"])).rejects.toThrow(`where ${path} would be overwritten; `);
  }
  writeFileSync(join(root, "file"), "mine");
  await expect(run(["a", "--out", "file"])).rejects.toThrow(`runAll: expected to write into ${join(root, "file")}, got the file ${join(root, "file")}; move it away or choose another folder`);
  await expect(run(["b"])).rejects.toThrow('selectNotebooks: expected the name or path of a notebook, got "b"; ');
  expect(await run(["a", "--out", "elsewhere", "--kernel", "tslab"])).toBe(true);
  expect(readdirSync(join(root, "elsewhere")).sort()).toEqual(["a.html", "a.ipynb", "index.html"]);
});

test("the edition of a language goes to a folder of its own, with an index in the language", async () => {
  mkdirSync(join(root, "notebooks", "ko"));
  put("ko/a", [code("1")]);
  expect(await run(["--lang", "ko"])).toBe(true);
  expect(page("ko/a").documentElement.lang).toBe("ko");
  expect(page("index").documentElement.lang).toBe("ko");
  expect(page("index").querySelector("h3 > a")!.getAttribute("href")).toBe("ko/a.html");
});

test("notebooks run side by side, on one thread each where they are as many as the cores, and are summed up in their order", async () => {
  vi.stubEnv("TWO_LAYER_NET_THREADS", undefined);
  // Each waits for the other's file: one after the other, the first would never end.
  const meet = (own: string, other: string) => [
    code(`import { existsSync, writeFileSync } from "node:fs";`),
    code(`writeFileSync(${JSON.stringify(join(root, own))}, "");\nwhile (!existsSync(${JSON.stringify(join(root, other))})) {}`),
  ];
  put("first", [...meet("one", "two"), code("const end = Date.now() + 1500; while (Date.now() < end) {}\nconsole.log((globalThis as any).process.env.TWO_LAYER_NET_THREADS);")]);
  put("second", meet("two", "one"));
  expect(await run(["--jobs", "2", "--timeout", "60"])).toBe(true);
  expect(said).toMatch(/first {2}cell 1 of 3 [^]*second {2}passed: 2 cells[^]*first {2}passed: 3 cells/);
  expect(said).toMatch(/2 of 2 notebooks passed. Open:\n[^\n]*index.html\n[^\n]*first.html\n[^\n]*second.html\n$/);
  expect(executed("first").at(-1)!.outputs).toEqual([stdout(availableParallelism() > 2 ? "undefined\n" : "1\n")]);
  vi.unstubAllEnvs();
});
