import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docstringExamples, markdownExamples } from "./docExamples.js";
import { isKept, runExample, type Scope } from "./runExample.js";

const DIST = new URL("../../dist/", import.meta.url);
/** The package's public paths. */
const BARRELS = ["index.js", "study/index.js", "notebook/index.js"];
const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "examples-test-"));
const scope: Record<string, unknown> = {};
const documented = docstringExamples("src");

beforeAll(async () => {
  for (const barrel of BARRELS) Object.assign(scope, await import(new URL(barrel, DIST).href) as Scope);
  process.chdir(folder);
});

afterAll(() => {
  process.chdir(root);
  rmSync(folder, { recursive: true, force: true });
});

describe("examples", () => {
  for (const { name, code, needs } of [...documented, ...markdownExamples("README.md")]) {
    it.skipIf(needs.some((variable) => !process.env[variable]))(name, async () => {
      const claims = await runExample(code, { ...(await ownModule(name)), ...scope });
      expect(claims.filter((claim) => !isKept(claim))).toEqual([]);
    });
  }
});

it("has an example of everything that the package offers", async () => {
  const named = new Set(documented.map(({ name }) => name.split(": ")[1]));
  const offered = Object.keys(scope);
  expect(offered.filter((name) => !named.has(name))).toEqual([]);
});

/** The names of the file that an example stands in, for those that are not public. */
async function ownModule(name: string): Promise<Scope> {
  const [, path] = /^src\/(.*)\.ts: /.exec(name) ?? [];
  return path === undefined ? {} : import(new URL(`${path}.js`, DIST).href);
}

describe("an example", () => {
  const outcomes = async (code: string) => (await runExample(code, { two: 2 })).map((claim) => [claim.got, isKept(claim)]);

  it("keeps its promises, with or without a remark", async () => {
    expect(await outcomes("const x: number = two; // any text\nx + 1; // 3, a remark\n[x, [x]] // [2, [2]]")).toEqual([
      ["3", true],
      ["[2, [2]]", true],
    ]);
  });

  it("breaks them", async () => {
    expect(await outcomes("two; // 20\nconsole.log('a', two) // a 3\ntwo;\n// 2\n// 2")).toEqual([["2", false], ["a 2", false], ["2", false]]);
  });

  it("promises errors by class and text", async () => {
    expect(await outcomes("(() => { throw new RangeError('no') })(); // RangeError: no")).toEqual([["RangeError: no", true]]);
    await expect(outcomes("missing();")).rejects.toThrow(ReferenceError);
  });
});
