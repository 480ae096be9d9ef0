/** The package's public paths: three, each by its name. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";

const { resolve } = createRequire(import.meta.url);
const { exports, typesVersions } = JSON.parse(readFileSync("package.json", "utf8"));
const BARRELS = { ".": "index", "./study": "study/index", "./notebook": "notebook/index" };
const BUNDLES: Readonly<Record<string, string>> = { ".": "index", "./study": "study", "./notebook": "notebook" };

describe("the public paths", () => {
  test("are the root, study and notebook, without wildcards", () => {
    const entries = Object.entries(BARRELS).map(([path, file]) => [path, { types: `./dist/${file}.d.ts`, browser: `./dist/${file}.js`, default: `./dist/bundle/node/${BUNDLES[path]}.js` }]);
    expect(exports).toEqual({ ...Object.fromEntries(entries), "./package.json": "./package.json" });
    expect(typesVersions).toEqual({ "*": { study: ["./dist/study/index.d.ts"], notebook: ["./dist/notebook/index.d.ts"] } });
    expect(JSON.stringify(Object.keys(exports))).not.toContain("*");
  });

  test.each(Object.entries(BARRELS))("%s has one bundle for Node that gives what its modules give", async (path, file) => {
    const namesIn = async (built: string) => {
      const values = Object.entries(await import(pathToFileURL(`dist/${built}.js`).href));
      return values.map(([name, value]) => [name, typeof value === "function" ? value.name : typeof value]).sort();
    };
    expect(await namesIn(`bundle/node/${BUNDLES[path]}`)).toEqual(await namesIn(file));
  });

  test.each(Object.values(BARRELS))("src/%s.ts is a barrel", (file) => {
    expect(existsSync(`src/${file}.ts`)).toBe(true);
  });

  test.each(["notebook/figure/plotlyWindow", "notebook/gradientTable", "study/sweep/sweep", "dist/index.js", "numeric", "nn/layers/affine"])(
    "two-layer-net/%s is none of them",
    (path) => {
      expect(() => resolve(`two-layer-net/${path}`)).toThrow(expect.objectContaining({ code: "ERR_PACKAGE_PATH_NOT_EXPORTED" }));
    },
  );
});
