/** The tests that mutants must not get past: those of the mutated folder, and what is always true of it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FOLDERS, LEFT_OUT } from "./folders.mjs";

const folder = process.env.MUTATED_FOLDER;
const { also = [], shallow = false } = FOLDERS[folder];

/** A path in the copy, which has the mutant. */
const inCopy = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Where the package's own names, as `#host/bytes`, lead: to the sources of what they are in dist. */
const { imports } = JSON.parse(readFileSync(inCopy("package.json"), "utf8"));
const toSources = Object.entries(imports).map(([name, { default: built }]) => [
  name.replace("/*", ""),
  inCopy(built.replace("./dist/", "src/").replace("/*.js", "").replace(/\.js$/, ".ts")),
]);

export default {
  resolve: {
    alias: {
      // threads run no TypeScript: their programs are those that were built
      "#workers/programs": inCopy("dist/study/workers/node/programs.js"),
      ...Object.fromEntries(toSources),
    },
  },
  test: {
    include: [shallow ? `test/${folder}/*.test.ts` : `test/${folder}/**/*.test.ts`, ...also],
    exclude: LEFT_OUT,
    testTimeout: 60_000,
  },
};
