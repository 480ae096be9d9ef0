import { afterEach, expect, test } from "vitest";
import { PageModules } from "../../../src/jupyter/worker/pageModules.js";
import { StoredFiles } from "../../../src/jupyter/worker/storedFiles.js";

const script = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
const runs = globalThis as { runs?: number };
const modulesOf = (packages: Record<string, string>): PageModules => new PageModules(packages, new Map([["tslab", "its display"]]), new StoredFiles(new Map()), "", () => null);

afterEach(() => delete runs.runs);

test("a package is fetched, and is all that its module exports", async () => {
  const modules = modulesOf({ small: script("export const one = 1; export default 2;") });
  expect(modules.package("small")).toBeUndefined();
  await modules.fetch(['const small = require("small");']);
  expect({ ...(modules.requireOf({})("small") as object) }).toEqual({ one: 1, default: 2 });
  expect(modules.fetch(['require("small")'])).toBeUndefined();
});

test("one that says how it is loaded runs when it is asked for", async () => {
  const modules = modulesOf({ large: script("export const load = () => { globalThis.runs = (globalThis.runs ?? 0) + 1; return 'large'; };") });
  await modules.fetchPackages(["large"]);
  expect(runs.runs).toBeUndefined();
  expect([modules.requireOf({})("large"), runs.runs]).toEqual(["large", 1]);
});

test("what there is not is told with what there is", async () => {
  const modules = modulesOf({ broken: script("throw new Error('no network')") });
  expect(modules.requireOf({})("tslab")).toBe("its display");
  expect(() => modules.requireOf({})("fs")).toThrow("Cannot find module 'fs'; in a page there are broken, tslab, and files beside the notebook");
  await expect(modules.fetchPackages(["broken"])).rejects.toThrow("broken could not be loaded from this site: no network; is the network there? Run the cell again");
});
