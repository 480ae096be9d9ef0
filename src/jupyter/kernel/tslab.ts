/**
 * tslab 1.0.22: what cells import to show things. Its own TypeScript is not loaded; it gets the one that cells are
 * compiled with. No file of it is touched.
 *
 * Its internals are used here: the version is pinned and test/jupyter/kernel says what is relied on.
 */
import { createRequire, Module } from "node:module";
import type * as Jupyter from "tslab/dist/jupyter.js";
import { typescript } from "./compiler.js";

const require = createRequire(import.meta.url);
const requireFromTslab = createRequire(require.resolve("tslab/package.json"));

const typescriptPath = requireFromTslab.resolve("@tslab/typescript-for-tslab");
require.cache[typescriptPath] = Object.assign(new Module(typescriptPath), { exports: typescript, loaded: true }) as NodeModule;

export const jupyter = require("tslab/dist/jupyter.js") as {
  -readonly [Name in keyof typeof Jupyter]: (typeof Jupyter)[Name];
};
/** What `require("tslab")` is in cells, and where its types are. */
export const tslab: unknown = require("tslab");
export const tslabTypes = require.resolve("tslab").replaceAll("\\", "/").replace(/\.js$/, ".d.ts");
