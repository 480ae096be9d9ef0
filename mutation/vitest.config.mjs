/** The tests that mutants must not get past: those of the mutated folder, and what is always true of it. */
const folder = process.env.MUTATED_FOLDER;

const PROPERTIES = {
  layers: ["layers", "wrongKinds"],
  models: ["layers", "wrongKinds"],
  optim: ["wrongKinds"],
  gradcheck: ["wrongKinds"],
  train: ["solverStream", "wrongKinds"],
};

export default {
  test: {
    include: [`test/${folder}/**/*.test.ts`, ...(PROPERTIES[folder] ?? []).map((name) => `test/properties/${name}.test.ts`)],
    exclude: [
      // This runs the build in processes of its own, where no mutant is.
      "test/cli/data.test.ts",
      // Too long for every mutant: a million draws, 20,000 steps, thousands of images, hundreds of megabytes.
      // Shorter ones are in the tests beside them.
      "test/numeric/random/millionDraws.test.ts",
      "test/nn/solver/memory.test.ts",
      "test/data/manySyntheticImages.test.ts",
      "test/data/zipBombs.test.ts",
    ],
    testTimeout: 60_000,
  },
};
