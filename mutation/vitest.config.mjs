/** The tests that mutants must not get past: those of the mutated folder, and what is always true of it. */
const folder = process.env.MUTATED_FOLDER;

const PROPERTIES = { layers: ["layers"], models: ["layers"], train: ["solverStream"] };

export default {
  test: {
    include: [`test/${folder}/**/*.test.ts`, ...(PROPERTIES[folder] ?? []).map((name) => `test/properties/${name}.test.ts`)],
    exclude: [
      // Those run the build in processes of their own, where no mutant is.
      "test/data/main.test.ts",
      "test/train/kill.test.ts",
      // Ten seconds a draw with the instruments in; shorter streams are in randomState.test.ts.
      "test/random/millionDraws.test.ts",
    ],
    testTimeout: 60_000,
  },
};
