/** Cells one after the other, each compiled and run as a kernel does it. */
import { beforeAll, describe, expect, it } from "vitest";
import { Session } from "./session.js";
import { SESSIONS } from "./sessionCells.js";

describe("a session", () => {
  let one: Session;
  beforeAll(async () => void (await (one = new Session()).run("1")), 120_000);

  it.each(Object.entries(SESSIONS))("%s", async (_, cells) => {
    const session = new Session();
    for (const [source, outcome] of cells) expect([source, await session.run(source)]).toEqual([source, outcome]);
  });

  it("completes and describes, with the names of earlier cells", async () => {
    await one.run("/** Its doc. */\nconst record = { alpha: 1, beta: 2 }; let live = 1; import { three } from 'outside';");
    const names = (source: string): string[] => {
      const at = source.indexOf("|");
      return one.cells.complete(source.replace("|", ""), at).entries.map(({ name }) => name);
    };
    expect(names("record.|")).toEqual(["alpha", "beta"]);
    expect(names("record.AL|")).toEqual(["alpha"]);
    expect(names("rec|").slice(0, 1)).toEqual(["record"]);
    expect(names("const a = liv|;")).toContain("live");
    expect(one.cells.complete("1; record.al + 1", 12)).toMatchObject({ start: 10, end: 12 });
    expect(one.cells.complete("1;   record", 3)).toMatchObject({ start: 3, end: 3 });
    expect(one.cells.describe("record", 3)).toBe("const record: {\n    alpha: number;\n    beta: number;\n}\n\nIts doc.");
    expect(one.cells.describe("live", 1)).toBe("let live: number");
    expect(one.cells.describe("three", 1)).toBe("(alias) const three: number\nimport three\n\nThree.");
    expect(one.cells.describe("  ", 1)).toBeUndefined();
    expect(one.cells.has("record")).toBe(true);
    expect(one.cells.has("rec")).toBe(false);
  });

  it("completes by what begins as written, then but for capitals, then by what holds it; members by their names", async () => {
    const session = new Session();
    await session.run("const holdsQuux = 1, QuuxLoud = 2, quuxFirst = 3; const mixed = { beta: 1, alpha: 2 };");
    const names = (source: string): string[] => session.cells.complete(source, source.length).entries.map(({ name }) => name);
    expect(names("quux").filter((name) => /quux/i.test(name))).toEqual(["quuxFirst", "QuuxLoud", "holdsQuux"]);
    expect(names("mixed.")).toEqual(["alpha", "beta"]);
  });

  it("describes with the tags of the documentation that say something", async () => {
    await one.run("/**\n * Half.\n *\n * @param x a number\n * @returns its half\n * @deprecated\n */\nfunction half(x: number) { return x / 2 }\n/** @returns two */\nfunction two() { return 2 }");
    expect(one.cells.describe("half", 1)).toBe("function half(x: number): number\n\nHalf.\n@param x a number\nits half");
    expect(one.cells.describe("two", 1)).toBe("function two(): number\n\ntwo");
  });

  it("has files of its folder, compiled when they are new or have changed", async () => {
    one.files.set("/notebook/model.ts", "export const size: number = 1;\n");
    const compile = (source: string) => {
      const { cell, findings } = one.cells.compile(source);
      return cell ? cell.files.map(({ path, code }) => [path, /size = (\d)/.exec(code)?.[1]]) : findings.map(({ path, line, message }) => [path, line, message]);
    };
    expect(compile("import { size } from './model'; size")).toEqual([["/notebook/model.ts", "1"]]);
    expect(compile("import { size } from './model'; size")).toEqual([]);
    one.files.set("/notebook/model.ts", "export const size: number = 2;\n");
    expect(compile("size")).toEqual([["/notebook/model.ts", "2"]]);
    one.files.set("/notebook/model.ts", "\nexport const size: number = 'x';\n");
    expect(compile("size")).toEqual([["/notebook/model.ts", 2, "Type 'string' is not assignable to type 'number'."]]);
    expect(one.cells.addModule("/notebook/area.ts", "export const area = 1;")).toEqual([]);
    expect(one.cells.addModule("/notebook/bad.ts", "export const bad: string = 1;").map(({ path, column }) => [path, column])).toEqual([["/notebook/bad.ts", 14]]);
    expect(compile("import { area } from './area'; area").map(([path]) => path)).toEqual(["/notebook/area.ts"]);
    one.files.set("/elsewhere/a.ts", "export const a = 1;");
    expect(compile("import { a } from '../elsewhere/a'; a")).toEqual([[undefined, 1, "File '/elsewhere/a.ts' is not under 'rootDir' '/notebook'. 'rootDir' is expected to contain all source files."]]);
  });

  it("has what was missing before, once it is there", async () => {
    expect(await one.run("import { here } from './late'; here")).toMatch(/^1:22 2307 Cannot find module/);
    one.files.set("/notebook/late.ts", "export const here = 1;");
    expect(one.cells.compile("import { here } from './late'; here").findings).toEqual([]);
  });
});
