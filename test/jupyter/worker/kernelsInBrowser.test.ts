/** One suite for both kernels: what cells come to in Node, and in pages of both browsers. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserIsMissing, firefoxIsMissing, launchBrowser, launchFirefox } from "../../fixtures/browsers.js";
import { SESSIONS as CELLS } from "../cells/sessionCells.js";
import { type Client, nodeClient, pageClient } from "./clients.js";
import { DIFFERENCES, FILES, SESSIONS } from "./sessions.js";
import { type Site, startSite } from "./site.js";

type Told = Awaited<ReturnType<Client["run"]>>;

/** What a cell came to, as in {@link SESSIONS}. */
function outcome(told: Told): string {
  const lines: string[] = [];
  for (const [i, { type, content }] of told.entries()) {
    const before = told[i - 1];
    const types = Object.keys((content["data"] as object | undefined) ?? {});
    const text = (content["data"] as Record<string, string> | undefined)?.["text/plain"];
    if (type === "stream") {
      const isMore = before?.type === "stream" && before.content["name"] === content["name"];
      if (isMore) lines.push(`${lines.pop()}${content["text"]}`);
      else lines.push(`${content["name"] === "stdout" ? "out" : "err"} ${content["text"]}`);
    } else if (type === "display_data") lines.push(`shows ${types.join(", ")}`);
    else if (type === "update_display_data") lines.push(`updates ${types.join(", ")}`);
    else if (type === "execute_result") lines.push(`= ${types.length === 1 ? text : types.join(", ")}`);
    else if (type === "error") lines.push(`! ${content["ename"]}: ${content["evalue"]}`);
  }
  return lines.join("\n").replace(/\n\n(?=(?:=|!|out|err|shows|updates) )/g, "\n");
}

/** Alike in all cells and kernels: which cell it was, where cells run, the frames behind an error that no cell waited for. */
function alike(text: string): string {
  return text.replace(/Cell \[\d+\]/g, "Cell [N]").replace(/cells run in (?:Node, where there is no page|a worker, which has no page)/, "cells run in WHERE").replace(/^(err Uncaught exception: .*\n)[^]*/m, "$1").replace(/import\("[^"]*\//g, 'import("');
}

const status = (told: Told): unknown => told.find(({ type }) => type === "execute_reply")!.content["status"];
const trace = (told: Told): string => ((told.find(({ type }) => type === "error")?.content["traceback"] as string[] | undefined) ?? []).join("\n");

let site: Site;
let node: Client;
beforeAll(async () => {
  [site, node] = await Promise.all([startSite(), nodeClient(FILES)]);
}, 240_000);
afterAll(async () => {
  site?.close();
  await node?.end();
});

/** Sessions of the cells alone have a module of Node, and an error that every engine words in its way. */
const OF_NODE = /'path'|const exports/;

const KERNELS = [
  { name: "Node", missing: false, launch: undefined },
  { name: "Chromium", missing: browserIsMissing, launch: launchBrowser },
  { name: "Firefox", missing: firefoxIsMissing, launch: launchFirefox },
] as const;

for (const { name, missing, launch } of KERNELS) {
  describe.skipIf(missing)(name, { timeout: 240_000 }, () => {
    let browser: Browser | undefined;
    let kernel: Client;
    beforeAll(async () => {
      browser = await launch?.();
      kernel = browser ? await pageClient(browser, site, { files: FILES }) : node;
    }, 240_000);
    afterAll(() => browser?.close());

    test.each(Object.entries(SESSIONS))("%s", async (_, cells) => {
      for (const [source, expected] of cells) expect([source, alike(outcome(await kernel.run(source)))]).toEqual([source, expected]);
    });

    test.each(DIFFERENCES)("where kernels differ: %s", async (source, outcomes) => {
      expect(alike(outcome(await kernel.run(source)))).toBe(outcomes[name]);
    });

    test.skipIf(name === "Node").each(Object.entries(CELLS))("as in Node: %s", async (_, cells) => {
      for (const [source] of cells.filter(([text]) => !OF_NODE.test(text))) {
        const own = source.replaceAll("'outside'", "'./outside'");
        const [here, there] = [await kernel.run(own), await node.run(own)];
        expect([own, alike(outcome(here))]).toEqual([own, alike(outcome(there))]);
        // Firefox names the place of a call by another column.
        if (name === "Chromium") expect([own, alike(trace(here))]).toEqual([own, alike(trace(there))]);
      }
    });

    test("an error is shown with its line and the cells that led there", async () => {
      await kernel.run("function fail(n: number): never {\n  throw new RangeError(`bad ${n}`);\n}\nconst call = async () => { await null; fail(1); };");
      const lines = trace(await kernel.run("1;\nfail(2)")).replace(/Cell \[\d+\]/g, "Cell").split("\n");
      expect(lines).toEqual(["RangeError: bad 2", "Cell, line 2", "  1 | function fail(n: number): never {", "> 2 |   throw new RangeError(`bad ${n}`);", "    |         ^", "  3 | }", "  4 | const call = async () => { await null; fail(1); };", "", "    at fail (Cell:2:9)", "    at Cell:2:1"]);
      const waited = trace(await kernel.run("await call()")).replace(/Cell \[\d+\]/g, "Cell");
      // Firefox remembers who waits only where a debugger looks on.
      expect(waited).toMatch(name === "Firefox" ? /\n {4}at fail \(Cell:2:9\)\n {4}at call \(Cell:4:\d+\)$/ : /\n {4}at fail \(Cell:2:9\)\n {4}at call \(Cell:4:\d+\)\n {4}at async Cell:1:1$/);
    });

    test("cells that wait behind an error are aborted, and those that come after run", async () => {
      const told = await kernel.runAll(["throw new Error('first')", "console.log('second')", "'third'"]);
      expect(told.map(status)).toEqual(["error", "aborted", "aborted"]);
      expect(status(await kernel.run("1"))).toBe("ok");
      expect(status(await kernel.run("throw 1", { stop_on_error: false }))).toBe("error");
    });

    test("a silent cell says nothing; expressions of the client are answered", async () => {
      const silent = await kernel.run("console.log('unseen'); 5", { silent: true });
      expect(silent.map(({ type }) => type)).toEqual(["status", "execute_reply", "status"]);
      const asked = await kernel.run("const asked = 4;", { user_expressions: { sum: "asked + 1", wrong: "asked.x", throws: "(() => { throw new RangeError('no') })()" } });
      expect(asked.find(({ type }) => type === "execute_reply")!.content["user_expressions"]).toMatchObject({ sum: { status: "ok", data: { "text/plain": "5" } }, wrong: { status: "error", ename: "TypeScriptError" }, throws: { ename: "RangeError", evalue: "no" } });
    });

    test("an editor's questions are answered", async () => {
      await kernel.run("/** Its doc. */\nconst record = { alpha: 1, beta: 'x' };");
      const answer = async (type: string, content: object): Promise<Record<string, unknown>> => (await kernel.ask(type, content)).find((message) => message.type === type.replace("request", "reply"))!.content;
      expect(await answer("complete_request", { code: "'😀'; record.al", cursor_pos: 15 })).toMatchObject({ matches: ["alpha"], cursor_start: 12, cursor_end: 14 });
      expect(await answer("inspect_request", { code: "record", cursor_pos: 3, detail_level: 0 })).toMatchObject({ found: true, data: { "text/plain": expect.stringContaining("Its doc.") } });
      expect((await answer("inspect_request", { code: "Math.sqrt", cursor_pos: 7, detail_level: 0 }))["data"]).toEqual({ "text/plain": expect.stringContaining("Returns the square root of a number.") });
      expect([await answer("is_complete_request", { code: "if (x) {" }), await answer("is_complete_request", { code: "`a" }), await answer("is_complete_request", { code: "f()" })]).toEqual([{ status: "incomplete", indent: "  " }, { status: "incomplete", indent: "" }, { status: "complete" }]);
      expect(await answer("history_request", { hist_access_type: "tail", n: 1, output: false })).toMatchObject({ status: "ok", history: [[1, expect.any(Number), expect.stringContaining("record")]] });
      expect(await answer("comm_info_request", {})).toEqual({ status: "ok", comms: {} });
      expect(await answer("kernel_info_request", {})).toMatchObject({ status: "ok", language_info: { name: "typescript", version: "5.9.3" } });
    });

    test.each([
      ["a loop", "for (let i = 0; ; i++) turns = i;"],
      ["a loop that catches all", "for (;;) { try { for (;;) turns++; } catch {} finally { turns++; } }"],
      ["a training", "import { Solver, TwoLayerNet, loadImages } from 'two-layer-net';\nnew Solver(new TwoLayerNet({ hiddenDim: 20 }), loadImages({ numTraining: 200, numValidation: 50, numTest: 50 }), { numEpochs: 1e6, optimConfig: { learningRate: 1e-6 } }).train();"],
      ["waiting", "await new Promise(() => {})"],
    ])("%s is interrupted, and what was there stays", async (_, code) => {
      await kernel.run("var turns = 1;");
      const running = kernel.run(`console.log('begun ${code.length}');\n${code}`);
      await kernel.interruptAfter(`begun ${code.length}`);
      expect(outcome(await running)).toContain("! KeyboardInterrupt: the cell was interrupted");
      expect(outcome(await kernel.run("turns > 0"))).toBe("= true");
    });

    test("a question is asked, and gets the answer", async () => {
      const running = kernel.run("const name = prompt('Name? '); `Hello, ${name}`", { allow_stdin: true });
      expect(await kernel.reply("김철수")).toBe("Name? ");
      expect(outcome(await running)).toBe("= 'Hello, 김철수'");
      expect(outcome(await kernel.run("prompt()"))).toMatch(/^! Error: prompt: expected a notebook that somebody looks at, got a run that nobody can answer/);
    });

    test.skipIf(name === "Node")("files of the page are read, and what cells write is told before their reply", async () => {
      const page = await pageClient(browser!, site, { files: { "notebooks/data.json": "[1, 2]" } });
      expect(outcome(await page.run("import data from './data.json'; data[1]"))).toBe("= 2");
      await page.value("kernel.tellFile('notebooks/later.ts', 'export const later = 7;')");
      expect(outcome(await page.run("import { later } from './later'; later"))).toBe("= 7");
      await page.run("import { TwoLayerNet } from 'two-layer-net'; import { outputFile } from 'two-layer-net/notebook';\nnew TwoLayerNet({ inputDim: 2, hiddenDim: 3 }).save(outputFile('model'));");
      expect(await page.value("kernel.files.map(([path, text, before]) => [path, text.length > 500, kernel.sent.slice(before).map(({ type }) => type)])")).toEqual([["out/model.npz", true, ["execute_reply", "status"]]]);
      await page.end();
    });

    test.skipIf(name === "Node")("in a page that is not isolated all goes on one thread, and nothing can be asked", async () => {
      const page = await pageClient(browser!, site, { kind: "plain" });
      expect(outcome(await page.run("import { backend } from 'two-layer-net'; backend()"))).toBe("= 'wasm, 1 thread (without shared memory)'");
      expect(outcome(await page.run("prompt('?')", { allow_stdin: true }))).toMatch(/^! Error: prompt: expected a page that is isolated from other sites/);
      await page.end();
    });

    test.skipIf(name === "Node")("what cells begin with is fetched when a notebook is opened, and not before", async () => {
      const asked: string[] = [];
      const page = await pageClient(browser!, site, { asked: (file) => asked.push(file) });
      const { packages } = site.files;
      await page.value("new Promise((done) => setTimeout(done, 2000))");
      expect(asked).toContain(packages["two-layer-net"]);
      expect(asked).not.toContain(packages["two-layer-net/notebook"]);
      await page.ask("kernel_info_request", {});
      await expect.poll(() => asked, { timeout: 60_000 }).toEqual(expect.arrayContaining([packages["two-layer-net/notebook"], packages["danfojs-node"]]));
      await page.end();
    });

    test.skipIf(name === "Node")("in an isolated page the library has threads, also in the first cell", async () => {
      const page = await pageClient(browser!, site);
      expect(outcome(await page.run("import { backend } from 'two-layer-net'; backend()"))).toMatch(/^= 'wasm, [2-4] threads'$/);
      await page.end();
    });
  });
}
