/** The tests that mutants must not get past: those that mirror the mutated folder, and the properties. */
const folder = process.env.MUTATED_FOLDER;

export default {
  test: {
    include: [`test/${folder}/**/*.test.ts`, "test/properties/**/*.test.ts"],
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
