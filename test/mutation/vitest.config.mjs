/** The tests that mutants must not get past: those of the mutated folder, and what is always true of it. */
import { fileURLToPath } from "node:url";
import { FOLDERS, LEFT_OUT } from "./folders.mjs";

const folder = process.env.MUTATED_FOLDER;
const { also = [], shallow = false } = FOLDERS[folder];

/** A path in the copy that has the mutant. */
const source = (path) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export default {
  resolve: { alias: { "#host": source("host/node"), "#blas": source("numeric/engine/blas.ts") } },
  test: {
    include: [shallow ? `test/${folder}/*.test.ts` : `test/${folder}/**/*.test.ts`, ...also],
    exclude: LEFT_OUT,
    testTimeout: 60_000,
  },
};
