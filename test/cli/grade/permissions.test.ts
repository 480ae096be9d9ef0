/** What the permissions of this version of Node keep a learner's process from, measured: the grader says no more than that. */
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { guardLines } from "../../../src/cli/grade/guardLines.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const root = join(import.meta.dirname, "../../..");
const { guardOptions, guardsOf, PROGRAM } = (await import(join(root, "dist/cli/grade/guards.js"))) as typeof import("../../../src/cli/grade/guards.js");
const guards = guardsOf();
const folder = temporaryFolder();

/** What a program in such a process says. */
function says(program: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...guardOptions(guards), "--input-type=module", "-e", program], { cwd: folder, env: {}, encoding: "utf8", timeout: 20_000 });
  return stdout.trim() || stderr;
}

const attempt = (work: string): string => says(`try { ${work}; console.log("done"); } catch (error) { console.log(error.code ?? error.message); }`);

describe.runIf(guards.permission !== null)("permissions", () => {
  it.each([
    ["read what is not its own", `(await import("node:fs")).readFileSync(${JSON.stringify(join(root, "README.md"))})`],
    ["read the library's arrays", `await import(${JSON.stringify(new URL("../../../dist/numeric/array/ndarray.js", import.meta.url).href)})`],
    ["read the library's layers", `await import(${JSON.stringify(new URL("../../../dist/nn/layers/affine.js", import.meta.url).href)})`],
    ["read the checks", `(await import("node:fs")).readFileSync(${JSON.stringify(join(root, "dist/study/grading/checker.js"))})`],
    ["list folders", `(await import("node:fs")).readdirSync(${JSON.stringify(root)})`],
    ["write", `(await import("node:fs")).writeFileSync("here.txt", "x")`],
    ["start a program", `(await import("node:child_process")).execFileSync("true")`],
    ["start a thread", `new (await import("node:worker_threads")).Worker("1", { eval: true })`],
    ["load machine code", `process.dlopen({ exports: {} }, "/x.node")`],
  ])("do not let it %s", (_what, work) => {
    expect(attempt(work)).toMatch(/^ERR_ACCESS_DENIED$|^ERR_DLOPEN_DISABLED$/);
  });

  it("let it read its own program, in which there are arrays and no layers", () => {
    expect(attempt(`(await import("node:fs")).readFileSync(${JSON.stringify(PROGRAM)})`)).toBe("done");
    const program = readFileSync(PROGRAM, "utf8");
    expect([program.includes('"NDArray"'), /affineForward|softmaxLoss/.test(program)]).toEqual([true, false]);
  });

  it("close the network where the grader says so, and leave it open where it says so", async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const program = `import { connect } from "node:net"; connect(${port}, "127.0.0.1").on("connect", () => { console.log("open"); process.exit(); }).on("error", (error) => console.log(error.code));`;
    // not says(): this thread has to serve
    const found = await new Promise<string>((resolve) => {
      execFile(process.execPath, [...guardOptions(guards), "--input-type=module", "-e", program], { cwd: folder, env: {}, timeout: 20_000 }, (_error, stdout, stderr) => resolve(stdout + stderr));
    });
    server.close();
    expect(found.includes("open")).toBe(!guards.network);
  });
});

describe("what the grader says of its guards", () => {
  const lines = (version: string, platform: NodeJS.Platform, lang = "en"): string[] => guardLines(guardsOf(version, platform), lang).filter((line) => line.startsWith(lang === "ko" ? "보호 없음" : "NO GUARD"));

  it("follows the version and the system", () => {
    expect(guardsOf("20.19.0").permission).toBe("--experimental-permission");
    expect(guardsOf("22.12.0").permission).toBe("--experimental-permission");
    for (const version of ["22.13.0", "23.5.0", "24.1.0", "26.0.0"]) expect(guardsOf(version).permission, version).toBe("--permission");
    expect(lines("20.20.2", "linux")).toHaveLength(2);
    expect(lines("26.0.0", "linux")).toHaveLength(1);
    expect(lines("26.0.0", "win32")).toHaveLength(2);
    expect(lines("20.20.2", "darwin", "ko")).toHaveLength(3);
  });
});
