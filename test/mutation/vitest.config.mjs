/** The tests that mutants must not get past: those of the mutated folder, and what is always true of it. */
import { FOLDERS, LEFT_OUT } from "./folders.mjs";

const folder = process.env.MUTATED_FOLDER;
const { also = [], shallow = false } = FOLDERS[folder];

export default {
  test: {
    include: [shallow ? `test/${folder}/*.test.ts` : `test/${folder}/**/*.test.ts`, ...also],
    exclude: LEFT_OUT,
    testTimeout: 60_000,
  },
};
