import { sep } from "node:path";
import { expect, test } from "vitest";
import { LocalModules } from "../../../src/jupyter/kernel/localModules.js";
import { tslab } from "../../../src/jupyter/kernel/tslab.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const folder = temporaryFolder();
const file = (name: string, code: string) => ({ path: `${folder}${sep}${name}`, code, source: "", map: "" });
const counted = globalThis as { loads?: number };

test("a file is loaded once, and again when it has changed or has failed", () => {
  const modules = new LocalModules(folder);
  const require = modules.requireOf({});
  counted.loads = 0;
  modules.add([file("a.ts", "globalThis.loads++; exports.x = 1;"), file("deep/index.ts", "exports.up = require('../a').x;"), file("fails.ts", "if (globalThis.loads < 2) throw new Error('not yet'); exports.y = 2;")]);
  expect([require("./a"), require("./a.ts"), require("./deep"), counted.loads]).toEqual([{ x: 1 }, { x: 1 }, { up: 1 }, 1]);
  expect(() => require("./fails")).toThrow(new Error("not yet"));
  modules.add([file("a.ts", "globalThis.loads++; exports.x = 3;")]);
  expect([require("./a"), counted.loads, require("./fails")]).toEqual([{ x: 3 }, 2, { y: 2 }]);
  delete counted.loads;
});

test("files may import each other, and packages", () => {
  const modules = new LocalModules(folder);
  modules.add([file("one.ts", "exports.early = 1; const two = require('./two'); exports.one = two.seen;"), file("two.ts", "exports.seen = require('./one').early; exports.sep = require('path').sep;")]);
  const require = modules.requireOf({});
  expect([require("./one"), require("./two")]).toEqual([{ early: 1, one: 1 }, { seen: 1, sep }]);
});

test("a cell's own require knows earlier cells and tslab, and is Node's else", () => {
  const earlier = {};
  const require = new LocalModules(folder).requireOf(earlier);
  expect(require("cell:3")).toBe(earlier);
  expect(require("tslab")).toBe(tslab);
  expect(require("node:path").sep).toBe(sep);
  expect(require.resolve("fs")).toBe("fs");
  expect(() => require("./nothing")).toThrow(/Cannot find module '.\/nothing'/);
});
