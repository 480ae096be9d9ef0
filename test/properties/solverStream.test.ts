/** What a Solver draws, in which order, and how often: parity with NumPy depends on it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { RandomState, Solver, TwoLayerNet, type UpdateRuleName } from "../../src/index.js";

const samples = fc.option(fc.integer({ min: 1, max: 30 }));

const settings = fc.record({
  seed: fc.nat(2 ** 31 - 1),
  numTrain: fc.integer({ min: 1, max: 25 }),
  numVal: fc.integer({ min: 1, max: 25 }),
  batchSize: fc.integer({ min: 1, max: 30 }),
  numEpochs: fc.integer({ min: 1, max: 4 }),
  numTrainSamples: samples,
  numValSamples: samples,
  updateRule: fc.constantFrom<UpdateRuleName>("sgd", "sgdMomentum", "rmsprop", "adam"),
  verbose: fc.boolean(),
  trainings: fc.integer({ min: 1, max: 2 }),
});

it("draws a batch each step and a sample at each check, and nothing else", () => {
  fc.assert(
    fc.property(settings, ({ seed, numTrain, numVal, trainings, ...options }) => {
      const random = new RandomState(seed);
      const data = {
        XTrain: random.randn(numTrain, 2), yTrain: random.randint(0, 3, numTrain),
        XVal: random.randn(numVal, 2), yVal: random.randint(0, 3, numVal),
      };
      const model = new TwoLayerNet({ inputDim: 2, hiddenDim: 2, numClasses: 3, random });
      const expected = new RandomState(0);
      expected.setState(random.getState());
      const solver = new Solver(model, data, { ...options, random, log: () => {} });
      const { batchSize, numEpochs, numTrainSamples, numValSamples } = options;
      const perEpoch = Math.max(1, Math.floor(numTrain / batchSize));
      const check = () => {
        if (numTrainSamples !== null && numTrainSamples < numTrain) expected.choice(numTrain, numTrainSamples);
        if (numValSamples !== null && numValSamples < numVal) expected.choice(numVal, numValSamples);
      };
      let checks = 0;
      for (let training = 0; training < trainings; training++) {
        solver.train();
        for (let step = 1; step <= numEpochs * perEpoch; step++) {
          expected.choice(numTrain, batchSize);
          if (step !== 1 && step % perEpoch !== 0) continue;
          check();
          checks++;
        }
      }
      expect(random.getState()).toEqual(expected.getState());
      expect(solver.lossHistory).toHaveLength(trainings * numEpochs * perEpoch);
      expect(solver.valAccHistory).toHaveLength(checks);
      expect(solver.epoch).toBe(trainings * numEpochs);
    }),
    { seed: 231, numRuns: 200 },
  );
});
